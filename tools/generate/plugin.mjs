import { camel, checkName, writeNew } from './files.mjs'

/**
 * Generates the package of an agency's plugin: a value with its test, to be filled with the agency's own model.
 * @returns {{ touched: string[], next: string[] }} the files written and what a person does next
 */
export function generatePlugin(root, [slug]) {
  checkName(slug, 'The plugin')
  const folder = `packages/plugins/${slug}`
  const files = {
    [`${folder}/package.json`]: manifest(slug),
    [`${folder}/tsconfig.json`]:
      '{ "extends": "../../../tsconfig.base.json", "include": ["."], "exclude": ["node_modules", "dist"] }\n',
    [`${folder}/vitest.config.ts`]:
      "import { sharedTests } from '../../../vitest.shared.ts'\n\nexport default sharedTests\n",
    [`${folder}/src/index.ts`]: value(slug),
    [`${folder}/src/index.test.ts`]: test(slug),
  }
  writeNew(root, files)
  return {
    touched: Object.keys(files),
    next: [
      'pnpm install',
      `${folder}/src/index.ts: say what this agency does otherwise`,
      `apps/api: add "@harmony/plugin-${slug}" to package.json and to src/compose.ts`,
      `tenants/: let an agency run it`,
    ],
  }
}

function manifest(slug) {
  const content = {
    name: `@harmony/plugin-${slug}`,
    version: '0.1.0',
    private: true,
    type: 'module',
    exports: { '.': './src/index.ts' },
    scripts: { typecheck: 'tsc --noEmit', test: 'vitest run' },
    dependencies: { '@harmony/core': 'workspace:*' },
    devDependencies: { '@types/node': 'catalog:', typescript: 'catalog:', vitest: 'catalog:' },
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

function value(slug) {
  return `import { defineAgencyPlugin, ministry } from '@harmony/core/contract'

/** What this agency does otherwise than the model it extends. */
export const ${camel(slug)} = defineAgencyPlugin({
  key: '${slug}',
  level: 'agency',
  name: { ko: '${slug}', en: '${slug}' },
  version: '${new Date().getFullYear()}.${new Date().getMonth() + 1}.1',
  extends: ministry,
  model: {
    strategy: {
      mission: { ko: '임무를 적습니다', en: 'Write the mission here' },
    },
  },
})
`
}

function test(slug) {
  return `import { synthesiseRelease } from '@harmony/core/contract'
import { expect, it } from 'vitest'
import { ${camel(slug)} } from './index.ts'

it('synthesises without a problem, to the same release every time', async () => {
  const [first, second] = await Promise.all([synthesiseRelease(${camel(slug)}), synthesiseRelease(${camel(slug)})])
  expect(first.problems).toEqual([])
  expect(second.release?.hash).toBe(first.release?.hash)
})
`
}
