import { type Ctx, ForbiddenError } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { requireUnits } from '../content-checks.ts'
import { keepsRecords } from '../policy.ts'
import { registerEntries, registerOf } from '../register.store.ts'
import { packCursor, unpackCursor } from '../sql.store.ts'
import { type ListRegisterInput, type ListRegisterOutput, listRegisterInput } from '../types.ts'

/**
 * 문서등록대장: the numbers a unit took in a year, the last first, for its own people and its records keeper. What stands
 * under a number outside the reader's 열람범위 is a number only: the register has no gaps for anybody.
 * @throws ForbiddenError for another unit's; ValidationError `document.unit-unknown`
 */
export async function listRegister(ctx: Ctx, raw: ListRegisterInput): Promise<ListRegisterOutput> {
  const input = parse(listRegisterInput, raw)
  const { actor } = ctx
  const keeps = keepsRecords(actor, input.unitId)
  return withTenant(ctx, async (tx) => {
    await requireUnits(tx, [input.unitId], 'unitId')
    if (!keeps && !(actor.kind === 'officer' && actor.unitIds.includes(input.unitId))) throw new ForbiddenError()
    const [head, found] = await Promise.all([
      registerOf(tx, input.unitId, input.year),
      registerEntries(tx, {
        unitId: input.unitId,
        year: input.year,
        after: unpackCursor(input.cursor, 'number'),
        limit: input.limit + 1,
      }),
    ])
    const page = found.slice(0, input.limit)
    const last = found.length > input.limit ? page.at(-1) : undefined
    return {
      rows: page.map(({ serial, number, kind, subject_id, taken_at, title }) => ({
        serial,
        number,
        kind,
        subject: title === null ? null : { id: subject_id, title },
        takenAt: new Date(taken_at).toISOString(),
      })),
      nextCursor: last === undefined ? null : packCursor(String(last.serial), last.id),
      ...head,
      canContinue: keeps && !head.years.includes(input.year),
    }
  })
}
