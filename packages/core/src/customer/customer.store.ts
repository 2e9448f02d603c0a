import { sql } from 'drizzle-orm'
import { profileOf } from '../identity/index.ts'
import { type Id, NotFoundError, newId } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'

export interface CustomerContact {
  readonly id: Id
  readonly accountId: Id | null
  readonly kind: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
}

/**
 * The agency's row of a citizen's account, made from the account's own name and address at the first need.
 * @throws NotFoundError `customer.not-found` when the account is closed
 */
export async function customerFor(tx: TxCtx, accountId: Id, customerId: Id = newId()): Promise<Id> {
  const known = await findCustomerId(tx, accountId)
  if (known !== undefined) return known
  const profile = await profileOf(tx, accountId)
  if (profile === null) throw new NotFoundError('customer.not-found')
  await tx.sql.execute(sql`
    insert into public.customer (tenant_id, id, account_id, name, email, phone, created_at)
    values (${tx.tenantId}, ${customerId}, ${accountId}, ${profile.name}, ${profile.email}::text, ${profile.phone}::text,
      ${tx.clock.now().toISOString()})
    on conflict (tenant_id, account_id) do nothing`)
  const made = await findCustomerId(tx, accountId)
  if (made === undefined) throw new NotFoundError('customer.not-found')
  return made
}

/** The citizen's row at this agency, if there is one. */
export async function findCustomerId(tx: TxCtx, accountId: Id): Promise<Id | undefined> {
  const [row] = await tx.sql.execute<{ id: Id }>(
    sql`select id from public.customer where tenant_id = ${tx.tenantId} and account_id = ${accountId}`,
  )
  return row?.id
}

/** Writes a customer who has no account here, or the copy of one who came with a transfer. */
export async function insertCustomer(
  tx: TxCtx,
  customer: { accountId: Id | null; name: string; email: string | null; phone: string | null; kind: string },
): Promise<Id> {
  const id = newId()
  await tx.sql.execute(sql`
    insert into public.customer (tenant_id, id, account_id, kind, name, email, phone, created_at)
    values (${tx.tenantId}, ${id}, ${customer.accountId}::uuid, ${customer.kind}, ${customer.name}, ${customer.email}::text,
      ${customer.phone}::text, ${tx.clock.now().toISOString()}::timestamptz)
    on conflict (tenant_id, account_id) do nothing`)
  if (customer.accountId === null) return id
  return (await findCustomerId(tx, customer.accountId)) ?? id
}

/** How to reach a customer. Personal data: a caller who shows it to an officer records the reading. */
export async function customerContact(tx: TxCtx, id: Id): Promise<CustomerContact | undefined> {
  const [row] = await tx.sql.execute<{
    id: Id
    account_id: Id | null
    kind: string
    name: string
    email: string | null
    phone: string | null
  }>(
    sql`select id, account_id, kind, name, email, phone from public.customer where tenant_id = ${tx.tenantId} and id = ${id}`,
  )
  if (row === undefined) return undefined
  return { id: row.id, accountId: row.account_id, kind: row.kind, name: row.name, email: row.email, phone: row.phone }
}
