/**
 * Who may import whom. All rules are derived from the two tables below.
 * A module of the core imports modules of lower rows only (its row's neighbours and upper rows are reached by events),
 * and other modules only through their index.ts.
 */
const tiers = [
  ['kernel'],
  ['platform'],
  ['tenancy'],
  ['identity'],
  ['brm'],
  ['model'],
  ['work', 'customer', 'innovation'],
  ['performance'],
  ['personnel'],
  ['rollout'],
]

/** The areas of a large module, lowest first: an area imports only areas before it, through their index.ts. */
const areas = { work: ['task', 'record', 'document', 'dispatch'] }

/** Libraries that only some files may import: exchanging one of them then touches only those. */
const confined = [
  {
    name: 'database',
    packages: ['drizzle-orm', 'postgres'],
    to: ['[^/]+[.](store|tables)[.]ts$', '^packages/core/src/platform/db/'],
  },
  {
    name: 'sign-in',
    packages: ['lucia'],
    to: ['^packages/core/src/identity/sessions[.]ts$'],
  },
  { name: 'queue', packages: ['bullmq', 'pg', 'ioredis'], to: ['^packages/core/src/platform/(jobs|db)/'] },
]

const core = '^packages/core/src/'
const tests = '([.](test|fixture)|/testing)[.]tsx?$|/testing/'
const testing = '^packages/core/testing/'
/** What the core shows to other packages: the `exports` of its package.json. */
const doors = `${core}(([^/]+/(index|schemas))|contract|messages)[.]ts$`
const formDoors = `${core}(([^/]+/(schemas|messages))|messages)[.]ts$`
const schemas = `${core}[^/]+/schemas[.]ts$`
/** A module's fixed lists, as of grades or retention periods. */
const values = `${core}[^/]+/values[.]ts$`
const testDoors = `${testing}index[.]ts$`

/** Forbids edges `from` → `to`; both are conditions of dependency-cruiser. */
function forbid(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to }
}

const tierRules = tiers.slice(0, -1).flatMap((row, level) =>
  row.map((module) => {
    const forbidden = tiers
      .slice(level)
      .flat()
      .filter((other) => other !== module)
    return forbid(
      `tier-${module}`,
      `${module} imports lower tiers only`,
      { path: `${core}${module}/` },
      { path: `${core}(${forbidden.join('|')})/` },
    )
  }),
)

const areaRules = Object.entries(areas).flatMap(([module, names]) => [
  ...names
    .slice(0, -1)
    .map((name, level) =>
      forbid(
        `area-${name}`,
        `${name} imports lower areas only`,
        { path: `${core}${module}/${name}/`, pathNot: [tests] },
        { path: `${core}${module}/(${names.slice(level + 1).join('|')})/` },
      ),
    ),
  forbid(
    'area-index',
    'another area of a module is imported through its index.ts',
    { path: `${core}${module}/(${names.join('|')})/`, pathNot: [tests, schemas] },
    { path: `${core}${module}/(${names.join('|')})/`, pathNot: [`${core}${module}/$1/`, '/(index|schemas)[.]ts$'] },
  ),
])

const confinedRules = confined.map(({ name, packages, to }) =>
  forbid(
    `confined-${name}`,
    `${packages.join(', ')} only in ${to.join(', ')}`,
    { path: '^(apps|packages|tenants)/', pathNot: [...to, tests, testing] },
    { path: `node_modules/(${packages.join('|')})/` },
  ),
)

const roomRules = [
  forbid(
    'roof',
    'what stands above all modules (contract, messages) is imported by no module',
    { path: `${core}[^/]+/`, pathNot: [tests] },
    { path: `${core}[^/]+[.]ts$` },
  ),
  forbid(
    'module-index',
    'another module of the core is imported through its index.ts',
    { path: `${core}([^/]+)/`, pathNot: [tests, schemas] },
    { path: `${core}[^/]+/`, pathNot: [`${core}$1/`, `${core}[^/]+/index[.]ts$`] },
  ),
  forbid(
    'schemas-light',
    'schemas also run in the browser: nothing they import leads to a library of the server',
    { path: schemas },
    { path: `node_modules/(${confined.flatMap(({ packages }) => packages).join('|')})/`, reachable: true },
  ),
  forbid(
    'domain-pure',
    'a domain folder imports only itself, the kernel and fixed values: no library, no store, no other module',
    { path: `${core}(.+)/domain/`, pathNot: [tests] },
    { path: '.', pathNot: [`${core}$1/domain/`, `${core}kernel/index[.]ts$`, values] },
  ),
  forbid('values-alone', 'fixed values import nothing: domain and schemas read them', { path: values }, { path: '.' }),
  forbid(
    'testing-in-tests',
    'helpers of the tests stay in the tests',
    { path: `${core}`, pathNot: [tests] },
    { path: testing },
  ),
]

const packageRules = [
  forbid(
    'core-inward',
    'the core imports no plugin, tenant, app or page',
    { path: '^packages/core/' },
    { path: '^(packages/(plugins|ui)|tenants|apps|bench|e2e)/' },
  ),
  forbid(
    'core-doors',
    'other packages reach the core through the exports of its package.json',
    { path: '^(apps|tenants|packages/(ui|plugins))/' },
    { path: '^packages/core/', pathNot: [doors, testDoors] },
  ),
  forbid(
    'plugin-contract',
    'a plugin imports the contract of the core and itself only',
    { path: '^packages/plugins/([^/]+)/', pathNot: [tests] },
    { path: '^(packages|apps|tenants)/', pathNot: [`${core}contract[.]ts$`, '^packages/plugins/$1/'] },
  ),
  forbid(
    'plugins-joined-once',
    'only the composition, the first provision, the command line and the demo join plugins and tenants to the rest',
    { path: '^apps/', pathNot: ['^apps/api/src/((compose|provision)[.]ts|cli/|demo/)', tests] },
    { path: '^(packages/plugins|tenants)/' },
  ),
  forbid(
    'pages-types-only',
    'pages take types, schemas and messages from the core, nothing that runs on the server',
    { path: '^(apps/(web|admin)|packages/ui)/', pathNot: [tests] },
    { path: '^packages/core/', pathNot: [formDoors], dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'pages-api-types',
    'pages take only types from the server',
    { path: '^(apps/(web|admin)|packages/ui)/', pathNot: [tests] },
    { path: '^apps/api/', dependencyTypesNot: ['type-only'] },
  ),
  forbid('ui-alone', 'the design system knows no app', { path: '^packages/ui/' }, { path: '^(apps|tenants)/' }),
  forbid(
    'no-cycle',
    'no import leads back to where it started',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
  forbid('resolvable', 'every import is found', {}, { couldNotResolve: true }),
]

module.exports = {
  forbidden: [...tierRules, ...areaRules, ...confinedRules, ...roomRules, ...packageRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}
