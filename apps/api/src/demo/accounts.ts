import { createDemoAccounts, type DemoAccount } from '@harmony/core/identity'
import type { Ctx, Id } from '@harmony/core/kernel'
import { openDatabase, systemCtx } from '@harmony/core/platform'
import { listTenants } from '@harmony/core/tenancy'
import type { Config } from '../config.ts'
import { roleUrls } from '../role-urls.ts'
import { DEMO_PASSWORD } from './sign-ins.ts'

const officer = (email: string, personCode: string): DemoAccount => ({ kind: 'officer', email, personCode })

/** The officers who can sign in, by agency; their posts and roles stand in `tenants/`. */
const OFFICERS: Readonly<Record<string, readonly DemoAccount[]>> = {
  mogaha: [
    officer('officer@mogaha.demo', 'innovation-strategy-2'),
    officer('head@mogaha.demo', 'innovation-strategy-1'),
    officer('manager@mogaha.demo', 'performance-management-2'),
    officer('admin@mogaha.demo', 'operations-2'),
    officer('organisation@mogaha.demo', 'organisation-planning-2'),
    officer('organisation-head@mogaha.demo', 'organisation-planning-1'),
    officer('legal@mogaha.demo', 'legal-affairs-2'),
    officer('resident@mogaha.demo', 'resident-system-2'),
    officer('resident-head@mogaha.demo', 'resident-system-1'),
    officer('bureau-head@mogaha.demo', 'innovation-planning-head'),
    officer('vice-minister@mogaha.demo', 'vice-minister'),
    officer('minister@mogaha.demo', 'minister'),
    officer('legal-head@mogaha.demo', 'legal-affairs-1'),
  ],
  gangnam: [
    officer('officer@gangnam.demo', 'cleaning-2'),
    officer('head@gangnam.demo', 'cleaning-1'),
    officer('manager@gangnam.demo', 'general-affairs-2'),
    officer('permits@gangnam.demo', 'permits-2'),
    officer('permits-head@gangnam.demo', 'permits-1'),
    officer('building@gangnam.demo', 'building-2'),
    officer('environment@gangnam.demo', 'environment-2'),
    officer('building-head@gangnam.demo', 'building-1'),
    officer('bureau-head@gangnam.demo', 'living-head'),
    officer('mayor@gangnam.demo', 'mayor'),
  ],
  bureau: [officer('bureau@bureau.demo', 'rollout-team-2')],
}

const NAMES =
  '한겨울 문별하 서로아 임하람 오다솔 유라온 차온유 정새론 황가비 윤도담 강하예 조이든 신아라 배루다 홍이솔 나해솔 백다온 구슬아 도라희 마음결 방그루 심바름 여다인 은새벽 장마루 천하리 표이랑 하제나'.split(
    ' ',
  )

/** The demo's own citizen: has something at every stage, in both agencies. */
export const DEMO_CITIZEN = 'citizen@harmony.demo'

const CITIZENS: readonly DemoAccount[] = [
  { kind: 'citizen', email: DEMO_CITIZEN, name: '이시민', phone: '010-0000-1000' },
  ...NAMES.map((name, i) => ({
    kind: 'citizen' as const,
    email: `citizen${i + 1}@harmony.demo`,
    name,
    phone: `010-0000-${String(1001 + i)}`,
  })),
]

/** A citizen as an actor of one agency. */
export interface DemoCitizen {
  readonly accountId: Id
  readonly customerId: Id
}

/** Opens the demo's accounts in the ctx's agency; again changes nothing. Returns the citizens, the demo's own first. */
export async function openDemoAccounts(ctx: Ctx): Promise<DemoCitizen[]> {
  const citizens = ctx.tenantSlug === 'bureau' ? [] : CITIZENS
  const accounts = [...(OFFICERS[ctx.tenantSlug] ?? []), ...citizens]
  const created = await createDemoAccounts(ctx, accounts, DEMO_PASSWORD, { demoAccounts: true })
  return created.flatMap(({ accountId, customerId }) => (customerId === null ? [] : [{ accountId, customerId }]))
}

/** Opens the demo's accounts in every agency that has some, so that the printed sign-ins work at once. */
export async function openAllDemoAccounts(config: Config): Promise<void> {
  const db = await openDatabase({ url: roleUrls(config).app, role: 'app', poolSize: 1 })
  try {
    for (const tenant of await listTenants(db)) {
      if (OFFICERS[tenant.slug] !== undefined) await openDemoAccounts(systemCtx(db, tenant, 'demo', 'demo'))
    }
  } finally {
    await db.close()
  }
}
