import { listUnits } from '../../identity/index.ts'
import { type Actor, type Ctx, type LocalizedText, ValidationError } from '../../kernel/index.ts'
import { authorise, calendarFor, parse, type TxCtx, type WorkingCalendar, withTenant } from '../../platform/index.ts'
import { currentRelease } from '../../tenancy/index.ts'
import { addCounts, figuresOf, NO_PETITIONS } from '../domain/processing-report.ts'
import { DEFINITION_TEXTS } from '../domain/processing-report-definitions.ts'
import {
  countByGroup,
  countOpen,
  datesTouched,
  type ReportScope,
  type WorkingDayIndex,
} from '../processing-report.store.ts'
import {
  type ReportGroup,
  type ReportPetitionsInput,
  type ReportPetitionsOutput,
  reportPetitionsInput,
} from '../report-schemas.ts'

/**
 * 민원처리 현황 (R25): 계, 3일 이내, 5일 이내, 6일 이상 and 평균처리일수 of the petitions completed (or received) in a period,
 * under a named definition of a day, by month, unit, process, service or channel.
 * @throws ValidationError `report.period-reversed`, `report.zone-unknown`; `calendar.year-missing` for working days in a year without a table
 */
export async function reportPetitions(ctx: Ctx, raw: ReportPetitionsInput): Promise<ReportPetitionsOutput> {
  const input = parse(reportPetitionsInput, raw)
  const { from, to, definition, by, basis, zone } = input
  if (from > to) throw new ValidationError('report.period-reversed', { field: 'to' })
  if (!isZone(zone)) throw new ValidationError('report.zone-unknown', { field: 'zone', params: { zone } })
  authorise(canReadReports(ctx.actor))
  return withTenant(ctx, async (tx) => {
    const scope: ReportScope = { from, to, basis, zone }
    const index = definition === 'working' ? await workingDays(tx, scope) : new Map<string, number>()
    const counts = await countByGroup(tx, scope, definition, by, index)
    const [nameOf, open] = await Promise.all([namesOf(tx, by), basis === 'received' ? countOpen(tx, scope) : 0])
    const { name, rule } = DEFINITION_TEXTS[definition]
    const rows = [...counts].map(([key, group]) => ({ key, name: nameOf(key), ...figuresOf(definition, group) }))
    const total = figuresOf(definition, [...counts.values()].reduce(addCounts, NO_PETITIONS))
    return {
      agency: ctx.tenantSlug,
      from,
      to,
      by,
      basis,
      zone,
      definition: { key: definition, name, rule },
      rows,
      total,
      open,
    }
  })
}

/** Reports are the agency's own figures: for its officers, not for citizens. */
export function canReadReports(actor: Actor): boolean {
  return actor.kind === 'officer' || actor.kind === 'system'
}

async function workingDays(tx: TxCtx, scope: ReportScope): Promise<WorkingDayIndex> {
  const [touched, calendar] = await Promise.all([datesTouched(tx, scope), calendarFor(tx)])
  return touched === undefined ? new Map() : indexOf(calendar, touched.first, touched.last)
}

function indexOf(calendar: WorkingCalendar, first: string, last: string): WorkingDayIndex {
  const index = new Map<string, number>()
  let count = 0
  for (let date = first; date <= last; date = calendar.addDays(date, 1)) {
    if (calendar.day(date).working) count += 1
    index.set(date, count)
  }
  return index
}

async function namesOf(tx: TxCtx, by: ReportGroup): Promise<(key: string) => LocalizedText> {
  const names = new Map<string, LocalizedText>()
  if (by === 'unit') for (const unit of await listUnits(tx, { at: tx.clock.now() })) names.set(unit.id, unit.name)
  if (by === 'process' || by === 'service') {
    const { customer } = await currentRelease(tx)
    for (const one of by === 'process' ? customer.processes : customer.services) names.set(one.key, one.name)
  }
  return (key) => names.get(key) ?? { ko: key, en: key }
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return /^[A-Za-z]/.test(zone)
  } catch {
    return false
  }
}
