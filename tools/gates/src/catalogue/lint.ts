import type postgres from 'postgres'

/** One place where the database's catalogue breaks a rule of the tenant wall. */
export interface Finding {
  readonly rule: string
  readonly object: string
}

const WALL =
  "(tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS \"nullif\"))"
const RUNTIME = "('harmony_app', 'harmony_worker', 'harmony_auditor')"
/** Tables that a search function of the owner reads through an index. */
const SEARCHED = new Set(['petition', 'document', 'document_file', 'file_text'])
/** Policies beside the wall, each for the owner only, who cannot sign in: sweep, search, overview and published results. */
const isOwnerPolicy = (policy: { tablename: string; policyname: string; cmd: string }) =>
  (policy.policyname === 'owner_sweep' && policy.cmd === 'SELECT') ||
  (policy.policyname === 'owner_overview' && policy.tablename === 'tenant_release' && policy.cmd === 'SELECT') ||
  (policy.policyname === 'owner_search' && SEARCHED.has(policy.tablename) && policy.cmd === 'SELECT') ||
  (policy.policyname === 'owner_publishes' && policy.tablename.startsWith('published_'))

const RULES: Readonly<Record<string, string>> = {
  'tenant table without tenant_id uuid not null': `
    select c.relname as object from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull and a.atttypid = 'uuid'::regtype)`,
  'row-level security not enabled and forced': `
    select relname as object from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    and not (relrowsecurity and relforcerowsecurity)`,
  'tenant_id is not first in the primary key': `
    select c.relname as object from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and not exists (select 1 from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indrelid = c.oid and i.indisprimary and a.attname = 'tenant_id')`,
  'unique index does not start with tenant_id': `
    select i.indexrelid::regclass::text as object from pg_index i join pg_class c on c.oid = i.indrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where c.relnamespace = 'public'::regnamespace and i.indisunique and a.attname <> 'tenant_id'`,
  'foreign key between tenant tables does not start with tenant_id': `
    select con.conname as object from pg_constraint con join pg_class c on c.oid = con.conrelid join pg_class f on f.oid = con.confrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = con.conkey[1]
    join pg_attribute b on b.attrelid = f.oid and b.attnum = con.confkey[1]
    where con.contype = 'f' and c.relnamespace = 'public'::regnamespace and f.relnamespace = 'public'::regnamespace
    and not (a.attname = 'tenant_id' and b.attname = 'tenant_id')`,
  'view without security_invoker': `
    select relname as object from pg_class where relkind in ('v', 'm') and relnamespace in ('public'::regnamespace, 'auth'::regnamespace, 'shared'::regnamespace)
    and not coalesce(reloptions @> array['security_invoker=true'], false)`,
  'SECURITY DEFINER function without a fixed search_path': `
    select p.oid::regprocedure::text as object from pg_proc p where p.prosecdef
    and p.pronamespace in ('public'::regnamespace, 'auth'::regnamespace, 'shared'::regnamespace, 'platform'::regnamespace)
    and not exists (select 1 from unnest(coalesce(p.proconfig, '{}')) s where s like 'search_path=pg_catalog%')`,
  'SECURITY DEFINER function that everybody may run': `
    select p.oid::regprocedure::text as object from pg_proc p where p.prosecdef
    and p.pronamespace in ('public'::regnamespace, 'auth'::regnamespace, 'shared'::regnamespace, 'platform'::regnamespace)
    and (p.proacl is null or exists (select 1 from aclexplode(p.proacl) x where x.grantee = 0 and x.privilege_type = 'EXECUTE'))`,
  'trigger on a tenant table': `
    select t.tgname as object from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and not t.tgisinternal`,
  'sequence in the tenant schema': `
    select relname as object from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace`,
  'object not owned by harmony_owner': `
    select relname as object from pg_class c join pg_roles r on r.oid = c.relowner
    where relnamespace in ('public'::regnamespace, 'auth'::regnamespace, 'shared'::regnamespace, 'platform'::regnamespace)
    and relkind in ('r', 'p', 'v', 'm', 'S') and r.rolname <> 'harmony_owner'`,
  'runtime role is strong': `
    select rolname as object from pg_roles where rolname in ${RUNTIME} and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
  'runtime role belongs to another role': `
    select m.rolname as object from pg_auth_members a join pg_roles m on m.oid = a.member where m.rolname in ${RUNTIME}`,
  'runtime role may touch the auth tables': `
    select c.relname || ' by ' || r.rolname as object from pg_class c cross join pg_roles r
    where c.relnamespace = 'auth'::regnamespace and c.relkind in ('r', 'p') and r.rolname in ${RUNTIME}
    and has_table_privilege(r.rolname, c.oid, 'select, insert, update, delete')`,
  'runtime role may write shared tables': `
    select c.relname || ' by ' || r.rolname as object from pg_class c cross join pg_roles r
    where c.relnamespace = 'shared'::regnamespace and c.relkind in ('r', 'p') and r.rolname in ${RUNTIME}
    and has_table_privilege(r.rolname, c.oid, 'insert, update, delete, truncate')`,
  'runtime role may truncate, reference or trigger': `
    select c.relname || ' by ' || r.rolname as object from pg_class c cross join pg_roles r
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and r.rolname in ${RUNTIME}
    and has_table_privilege(r.rolname, c.oid, 'truncate, references, trigger')`,
  'auditor may write': `
    select relname as object from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    and has_table_privilege('harmony_auditor', oid, 'insert, update, delete')`,
  'runtime role may create in a schema': `
    select n.nspname || ' by ' || r.rolname as object from pg_namespace n cross join pg_roles r
    where n.nspname in ('public', 'auth', 'shared', 'platform') and r.rolname in ${RUNTIME} and has_schema_privilege(r.rolname, n.oid, 'create')`,
}

/** Checks the catalogue against every rule of the tenant wall (architecture: the tenant wall, points 1, 2, 5, 9). */
export async function lintCatalogue(sql: postgres.Sql): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [rule, query] of Object.entries(RULES)) {
    const rows = await sql.unsafe<{ object: string }[]>(query)
    for (const row of rows) findings.push({ rule, object: row.object })
  }
  return [...findings, ...(await lintPolicies(sql))]
}

async function lintPolicies(sql: postgres.Sql): Promise<Finding[]> {
  const policies = await sql<
    {
      tablename: string
      policyname: string
      roles: string[]
      qual: string | null
      check: string | null
      permissive: string
      cmd: string
    }[]
  >`
    select tablename, policyname, roles::text[] as roles, qual, with_check as check, permissive, cmd from pg_policies where schemaname = 'public'`
  const tables = await sql<{ relname: string }[]>`
    select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`
  const findings: Finding[] = []
  for (const { relname } of tables) {
    const wall = policies.find((policy) => policy.tablename === relname && policy.policyname === 'tenant_wall')
    if (wall?.qual !== WALL || wall.check !== WALL || wall.cmd !== 'ALL')
      findings.push({ rule: 'tenant wall policy missing or altered', object: relname })
  }
  for (const policy of policies) {
    // A restrictive policy only narrows what the wall lets through.
    if (policy.policyname === 'tenant_wall' || policy.permissive === 'RESTRICTIVE') continue
    if (!isOwnerPolicy(policy) || policy.roles.join() !== 'harmony_owner')
      findings.push({ rule: 'policy beside the tenant wall', object: `${policy.tablename}.${policy.policyname}` })
  }
  return findings
}
