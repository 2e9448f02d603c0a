import type { TxCtx } from '../../platform/index.ts'
import { reportsOf, type StoredDirective } from './directive.store.ts'
import { canClose } from './policy.ts'
import type { DirectiveLine } from './types.ts'

/** Directives as screens get them, with their reports and what the reader may do. */
export async function directiveLines(
  tx: TxCtx,
  directives: readonly StoredDirective[],
  today: string,
): Promise<DirectiveLine[]> {
  const reports = await reportsOf(
    tx,
    directives.map((one) => one.id),
  )
  return directives.map((one) => ({
    id: one.id,
    documentId: one.documentId,
    documentTitle: one.documentTitle,
    documentNumber: one.documentNumber,
    text: one.body,
    giver: one.giver,
    person: one.person,
    unit: { id: one.unitId, name: one.person.unit ?? { ko: '—', en: '—' } },
    givenAt: one.givenAt.toISOString(),
    dueDate: one.dueDate,
    state: one.state,
    overdue: one.state === 'open' && one.dueDate !== null && one.dueDate < today,
    reports: reports
      .filter((report) => report.directiveId === one.id)
      .map(({ id, kind, text, person, at }) => ({ id, kind, text, person, at })),
    closedAt: one.closedAt?.toISOString() ?? null,
    inTime: one.inTime,
    version: one.version,
    abilities: abilitiesOf(tx, one),
  }))
}

function abilitiesOf(tx: TxCtx, directive: StoredDirective): DirectiveLine['abilities'] {
  const { actor } = tx
  if (actor.kind !== 'officer') return []
  if (directive.state === 'open' && actor.personId === directive.person.id) return ['report']
  const subject = { giverId: directive.giver.id, giverUnitId: directive.giverUnitId, personId: directive.person.id }
  return directive.state === 'reported' && canClose(actor, subject) ? ['close'] : []
}
