import { sql } from 'drizzle-orm'
import { listUnits } from '../../identity/index.ts'
import type { Id, LocalizedText } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { getTenantBySlug } from '../../tenancy/index.ts'
import { json } from '../document/index.ts'
import type { StoredDispatch } from './dispatch.store.ts'
import { officeTitle } from './domain/sender-name.ts'
import type { StoredReceiver } from './receiver.store.ts'

const NOWHERE = { ko: '—', en: '—' }

/** The agency a dispatch leaves, and the office in whose name it goes out. */
interface SentAs {
  readonly agency: LocalizedText
  readonly senderName: LocalizedText
}

/**
 * 발신명의 of a dispatch as it stood at an instant: the head of the agency where another agency is among the receivers, else
 * the head of the drafting unit (행정업무의 운영 및 혁신에 관한 규정 제13조).
 */
export async function sentAs(
  tx: TxCtx,
  dispatch: Pick<StoredDispatch, 'unitId' | 'drafter'>,
  receivers: readonly Pick<StoredReceiver, 'kind'>[],
  at: Date,
): Promise<SentAs> {
  const units = await listUnits(tx, { at })
  const unit = units.find((one) => one.kind === 'agency')
  const agency = unit?.name ?? NOWHERE
  if (unit !== undefined && receivers.some((one) => one.kind === 'agency')) {
    const full = (await getTenantBySlug(tx.db, tx.tenantSlug))?.name ?? agency
    return { agency, senderName: officeTitle(full, await headTitle(tx, unit.id, at)) }
  }
  const name = units.find((one) => one.id === dispatch.unitId)?.name ?? dispatch.drafter.unit ?? NOWHERE
  return { agency, senderName: officeTitle(name, await headTitle(tx, dispatch.unitId, at)) }
}

/** The title of a unit's head at an instant; a vacancy keeps the one before: the office signs, not the person. */
async function headTitle(tx: TxCtx, unitId: Id, at: Date): Promise<LocalizedText | null> {
  const [row] = await tx.sql.execute<{ title: unknown }>(sql`
    select o.title from public.post o where o.tenant_id = ${tx.tenantId} and o.unit_id = ${unitId}::uuid and o.is_head
      and o.valid_from <= ${at.toISOString()}::timestamptz order by o.valid_from desc, o.id limit 1`)
  return row === undefined ? null : json<LocalizedText>(row.title)
}
