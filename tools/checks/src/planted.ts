/** One forbidden import for every rule: where it stands and what it imports. */
export type Planted = { file: string; imports: string }

const core = 'packages/core/src'

/** The rule's name → the import that it must find. */
export const planted: Record<string, Planted> = {
  'tier-kernel': { file: `${core}/kernel/ids.ts`, imports: '../platform/index.ts' },
  'tier-platform': { file: `${core}/platform/outbox.ts`, imports: '../tenancy/index.ts' },
  'tier-tenancy': { file: `${core}/tenancy/agency.ts`, imports: '../identity/index.ts' },
  'tier-identity': { file: `${core}/identity/unit.ts`, imports: '../brm/index.ts' },
  'tier-brm': { file: `${core}/brm/business.ts`, imports: '../model/index.ts' },
  'tier-model': { file: `${core}/model/release.ts`, imports: '../customer/index.ts' },
  'tier-work': { file: `${core}/work/memo.ts`, imports: '../customer/index.ts' },
  'tier-customer': { file: `${core}/customer/petition.ts`, imports: '../performance/index.ts' },
  'tier-innovation': { file: `${core}/innovation/idea.ts`, imports: '../work/index.ts' },
  'tier-performance': { file: `${core}/performance/score.ts`, imports: '../personnel/index.ts' },
  'tier-personnel': { file: `${core}/personnel/appraisal.ts`, imports: '../rollout/index.ts' },
  'area-task': { file: `${core}/work/task/phase.ts`, imports: '../record/index.ts' },
  'area-record': { file: `${core}/work/record/memo.ts`, imports: '../document/index.ts' },
  'area-document': { file: `${core}/work/document/card.ts`, imports: '../dispatch/index.ts' },
  'area-index': { file: `${core}/work/dispatch/reception.ts`, imports: '../document/route.ts' },
  roof: { file: `${core}/rollout/wave.ts`, imports: '../contract.ts' },
  'confined-database': { file: `${core}/customer/commands/file.ts`, imports: 'drizzle-orm' },
  'confined-sign-in': { file: `${core}/identity/sign-in.ts`, imports: 'lucia' },
  'confined-queue': { file: `${core}/customer/jobs.ts`, imports: 'bullmq' },
  'module-index': { file: `${core}/customer/queue.ts`, imports: '../identity/unit.ts' },
  'schemas-light': { file: `${core}/performance/schemas.ts`, imports: './score.store.ts' },
  'domain-pure': { file: `${core}/customer/domain/deadline.ts`, imports: '../queue.ts' },
  'values-alone': { file: `${core}/work/values.ts`, imports: './document/index.ts' },
  'testing-in-tests': { file: `${core}/customer/mail.ts`, imports: '../../testing/index.ts' },
  'core-inward': { file: `${core}/model/standard.ts`, imports: '../../../plugins/mogaha/src/index.ts' },
  'core-doors': {
    file: 'apps/api/src/routers/customer.ts',
    imports: '../../../../packages/core/src/customer/petition.ts',
  },
  'plugin-contract': { file: 'packages/plugins/mogaha/src/index.ts', imports: '@harmony/core/customer' },
  'plugins-joined-once': { file: 'apps/api/src/server.ts', imports: '@harmony/plugin-mogaha' },
  'pages-types-only': { file: 'apps/web/src/page.tsx', imports: '@harmony/core/customer' },
  'pages-api-types': { file: 'apps/admin/src/page.tsx', imports: '../../api/src/server.ts' },
  'ui-alone': { file: 'packages/ui/src/button.tsx', imports: '../../../apps/web/src/page.tsx' },
  'no-cycle': { file: `${core}/customer/first.ts`, imports: './second.ts' },
  resolvable: { file: `${core}/customer/absent.ts`, imports: './nowhere.ts' },
}

const modules = Object.keys(planted)
  .filter((rule) => rule.startsWith('tier-'))
  .map((rule) => rule.slice('tier-'.length))
  .concat('rollout')

/** Files that the planted imports lead to, and imports that are allowed and must stay so. */
export const surroundings: Record<string, string> = {
  ...Object.fromEntries(modules.map((module) => [`${core}/${module}/index.ts`, 'export const here = 1\n'])),
  ...Object.fromEntries(
    ['task', 'record', 'document', 'dispatch'].map((area) => [
      `${core}/work/${area}/index.ts`,
      'export const here = 1\n',
    ]),
  ),
  [`${core}/work/document/route.ts`]: 'export const route = 1\n',
  [`${core}/work/document/domain/step.ts`]:
    "import '../../../kernel/index.ts'\nimport '../../values.ts'\nimport './turn.ts'\n",
  [`${core}/work/document/domain/turn.ts`]: 'export const turn = 1\n',
  [`${core}/contract.ts`]: 'export const contract = 1\n',
  [`${core}/customer/second.ts`]: "import './first.ts'\n",
  [`${core}/customer/schemas.ts`]: "import '../tenancy/schemas.ts'\nimport '../kernel/index.ts'\n",
  [`${core}/performance/score.store.ts`]: "import 'postgres'\n",
  [`${core}/tenancy/schemas.ts`]: "import 'zod'\n",
  'packages/core/testing/index.ts': "import '../src/platform/db/pool.ts'\n",
  [`${core}/platform/db/pool.ts`]: "import 'postgres'\n",
  [`${core}/customer/petition.store.ts`]: "import 'drizzle-orm'\nimport '../platform/index.ts'\n",
  [`${core}/identity/sessions.ts`]: "import 'lucia'\n",
  [`${core}/platform/jobs/queue.ts`]: "import 'bullmq'\n",
  [`${core}/customer/domain/rules.ts`]: "import '../../kernel/index.ts'\nimport './more.ts'\n",
  [`${core}/customer/domain/more.ts`]: 'export const more = 1\n',
  [`${core}/customer/petition.test.ts`]: "import '../../testing/index.ts'\nimport '../contract.ts'\n",
  'packages/plugins/mogaha/src/allowed.ts': "import '@harmony/core/contract'\n",
  'apps/api/src/compose.ts': "import '@harmony/plugin-mogaha'\nimport '@harmony/core/customer'\n",
  'apps/web/src/form.tsx':
    "import '@harmony/core/customer/schemas'\nimport type { here } from '@harmony/core/customer'\nexport type Here = typeof here\n",
}
