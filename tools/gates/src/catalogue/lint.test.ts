import { type TestDatabase, testDatabase } from '@harmony/core/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lintCatalogue } from './lint.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.close())

/** Runs the lint inside a transaction that is always undone. */
async function lintWith(fault: string): Promise<string[]> {
  let rules: string[] = []
  await t.admin
    .begin(async (tx) => {
      await tx.unsafe(fault)
      rules = (await lintCatalogue(tx as never)).map((finding) => finding.rule)
      throw new Error('undo')
    })
    .catch((error: unknown) => {
      if (!(error instanceof Error) || error.message !== 'undo') throw error
    })
  return rules
}

describe('catalogue lint', () => {
  it('finds nothing in the migrated database', async () => {
    expect(await lintCatalogue(t.admin)).toEqual([])
  })

  it.each([
    ['row-level security not enabled and forced', 'alter table outbox no force row level security'],
    ['row-level security not enabled and forced', 'alter table outbox disable row level security'],
    ['tenant wall policy missing or altered', 'drop policy tenant_wall on outbox'],
    ['tenant wall policy missing or altered', 'alter policy tenant_wall on outbox with check (true)'],
    ['policy beside the tenant wall', 'create policy extra on outbox for select to harmony_app using (true)'],
    ['tenant table without tenant_id uuid not null', 'create table loose (id uuid primary key)'],
    [
      'tenant_id is not first in the primary key',
      'create table loose (tenant_id uuid not null, id uuid, primary key (id, tenant_id))',
    ],
    ['unique index does not start with tenant_id', 'create unique index on audit_event (request_id)'],
    [
      'foreign key between tenant tables does not start with tenant_id',
      'create table loose (tenant_id uuid not null, id uuid, event uuid, primary key (tenant_id, id), foreign key (event, tenant_id) references outbox (id, tenant_id)); ',
    ],
    ['view without security_invoker', 'create view loose as select 1 as one'],
    [
      'SECURITY DEFINER function without a fixed search_path',
      'create function loose() returns int language sql security definer as $$ select 1 $$',
    ],
    [
      'SECURITY DEFINER function that everybody may run',
      'grant execute on function platform.tenants_with_work() to public',
    ],
    [
      'trigger on a tenant table',
      'create trigger loose before update on outbox for each row execute function suppress_redundant_updates_trigger()',
    ],
    ['sequence in the tenant schema', 'create sequence loose'],
    ['runtime role is strong', 'alter role harmony_app bypassrls'],
    ['runtime role belongs to another role', 'grant harmony_owner to harmony_app'],
    ['runtime role may touch the auth tables', 'grant select on auth.session to harmony_app'],
    ['runtime role may write shared tables', 'grant update on shared.tenant to harmony_app'],
    ['runtime role may truncate, reference or trigger', 'grant truncate on outbox to harmony_app'],
    ['auditor may write', 'grant update on audit_event to harmony_auditor'],
    ['runtime role may create in a schema', 'grant create on schema public to harmony_app'],
  ])('turns red for: %s (%s)', async (rule, fault) => {
    const setUp = fault.includes('(event, tenant_id)') ? 'create unique index on outbox (id, tenant_id); ' : ''
    expect(await lintWith(setUp + fault)).toContain(rule)
  })
})
