import { createOrganisation } from '../../identity/index.ts'
import { type Ctx, canonicalJson, HarmonyError, sha256, UnavailableError, ValidationError } from '../../kernel/index.ts'
import { authorise, type TxCtx, withTenant } from '../../platform/index.ts'
import { currentRelease } from '../../tenancy/index.ts'
import type { ImportCase, Rejection } from './case.ts'
import type { LogCases } from './group-cases.ts'
import { type ImportedCase, importedHashes, lockSource, recordImported } from './import.store.ts'
import { type ImportFrame, importCase } from './import-case.ts'
import type { ImportMapping } from './mapping.ts'
import { codeBook, planOrganisation } from './plan-organisation.ts'

export interface ImportOptions {
  /** Everything is done and undone again: the figures are those of a real run. */
  readonly dryRun?: boolean
  readonly onProgress?: (progress: ImportProgress) => void
}

export interface ImportProgress {
  readonly done: number
  readonly total: number
  readonly imported: number
  readonly rejected: number
  readonly casesPerSecond: number
}

export interface ImportSummary {
  readonly source: string
  readonly dryRun: boolean
  readonly rows: number
  readonly cases: number
  readonly imported: number
  /** Imported by an earlier run of the same log. */
  readonly already: number
  /** Sorted by line. */
  readonly rejected: readonly Rejection[]
  readonly skippedEvents: number
  readonly seconds: number
  readonly casesPerSecond: number
}

/** Cases of one transaction; their commands share its connection, so the database works while the next are prepared. */
const BATCH = 40

/**
 * Imports the cases of a log through the real commands, each act at its time in the log, recorded now, without mail.
 * A case is imported once per source; after a kill the next run goes on where this one stopped.
 * @throws ForbiddenError for anybody but the system; errors of the database stop the import between two batches
 */
export async function importPetitions(
  ctx: Ctx,
  log: LogCases,
  mapping: ImportMapping,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  authorise(ctx.actor.kind === 'system')
  const historic: Ctx = { ...ctx, origin: 'import' }
  const run = { dryRun: options.dryRun ?? false, started: performance.now() }
  const prepared = checkNames(log, mapping)
  const rejected = [...log.rejected, ...prepared.rejected]
  const frame = run.dryRun ? undefined : await prepareFrame(historic, prepared.cases, mapping)
  let imported = 0
  let already = 0
  let skippedEvents = 0

  for (let i = 0; i < prepared.cases.length; i += BATCH) {
    const batch = prepared.cases.slice(i, i + BATCH)
    const inside = async (tx: TxCtx, cases: readonly ImportCase[]) => {
      const used = frame ?? (await prepareFrame(tx, prepared.cases, mapping))
      return importBatch(tx, cases, used)
    }
    const result = await together(historic, batch, run.dryRun, inside)
    imported += result.imported.length
    already += result.already
    rejected.push(...result.rejected)
    skippedEvents += result.imported.reduce((sum, one) => sum + one.skippedEvents, 0)
    const done = i + batch.length
    options.onProgress?.({
      done,
      total: prepared.cases.length,
      imported,
      rejected: rejected.length,
      ...rate(run.started, done),
    })
  }
  rejected.sort((a, b) => a.line - b.line)
  const { source } = mapping
  const { seconds, casesPerSecond } = rate(run.started, imported)
  const counts = { rows: log.rows, cases: log.cases.length, imported, already, skippedEvents }
  return { source, dryRun: run.dryRun, ...counts, rejected, seconds, casesPerSecond }
}

interface BatchResult {
  readonly imported: readonly ImportCase[]
  readonly already: number
  readonly rejected: readonly Rejection[]
}

type Inside = (tx: TxCtx, cases: readonly ImportCase[]) => Promise<BatchResult>

/** A batch in one transaction; when one of its cases is refused, each in a transaction of its own. */
async function together(ctx: Ctx, batch: readonly ImportCase[], dryRun: boolean, inside: Inside): Promise<BatchResult> {
  try {
    return await transact(ctx, dryRun, (tx) => inside(tx, batch))
  } catch (error) {
    if (error instanceof UnavailableError) throw error
  }
  const results: BatchResult[] = []
  for (const one of batch) {
    try {
      results.push(await transact(ctx, dryRun, (tx) => inside(tx, [one])))
    } catch (error) {
      if (!(error instanceof HarmonyError) || error instanceof UnavailableError) throw error
      results.push({ imported: [], already: 0, rejected: [rejectionOf(one, error)] })
    }
  }
  return {
    imported: results.flatMap((r) => r.imported),
    already: results.reduce((sum, r) => sum + r.already, 0),
    rejected: results.flatMap((r) => r.rejected),
  }
}

class DryRunDone extends Error {
  readonly result: BatchResult
  constructor(result: BatchResult) {
    super('dry run')
    this.result = result
  }
}

async function transact(ctx: Ctx, dryRun: boolean, fn: (tx: TxCtx) => Promise<BatchResult>): Promise<BatchResult> {
  if (!dryRun) return withTenant(ctx, fn)
  try {
    return await withTenant(ctx, async (tx) => {
      throw new DryRunDone(await fn(tx))
    })
  } catch (error) {
    if (error instanceof DryRunDone) return error.result
    throw error
  }
}

async function importBatch(tx: TxCtx, batch: readonly ImportCase[], frame: ImportFrame): Promise<BatchResult> {
  await lockSource(tx, frame.source)
  const known = await importedHashes(
    tx,
    frame.source,
    batch.map((one) => one.externalId),
  )
  const rejected: Rejection[] = []
  const fresh: ImportCase[] = []
  let already = 0
  for (const one of batch) {
    const hash = known.get(one.externalId)
    if (hash === undefined) fresh.push(one)
    else if (hash === contentHash(one)) already += 1
    else rejected.push(rejectionOf(one, new ValidationError('import.changed-since')))
  }
  const told = await Promise.allSettled(fresh.map((one) => importCase(tx, one, frame)))
  const rows = told.map((outcome, i): ImportedCase => {
    if (outcome.status === 'rejected') throw outcome.reason
    const one = fresh[i]
    if (one === undefined) throw new RangeError('more results than cases')
    return { externalId: one.externalId, petitionId: outcome.value, contentHash: contentHash(one), line: one.line }
  })
  if (rows.length > 0) await recordImported(tx, frame.source, rows)
  return { imported: fresh, already, rejected }
}

/** Refuses beforehand what no command needs to see: names without a unit or person. */
function checkNames(
  log: LogCases,
  mapping: ImportMapping,
): { cases: readonly ImportCase[]; rejected: readonly Rejection[] } {
  const book = codeBook(mapping)
  const rejected: Rejection[] = []
  const cases = log.cases.filter((one) => {
    try {
      book.unit(one.unit)
      book.person(one.person)
      return true
    } catch (error) {
      if (!(error instanceof HarmonyError)) throw error
      const field = error.code === 'import.unit-unknown' ? mapping.columns.unit : mapping.columns.person
      rejected.push({ ...rejectionOf(one, error), field: field ?? null })
      return false
    }
  })
  return { cases, rejected }
}

/** Makes the units and people the mapping allows to make, and knows all others by their codes. */
async function prepareFrame(ctx: Ctx, cases: readonly ImportCase[], mapping: ImportMapping): Promise<ImportFrame> {
  const release = await withTenant(ctx, currentRelease)
  const duty = new Map(release.customer.services.map((service) => [service.key, service.duty.unitCode]))
  const plan = planOrganisation(cases, mapping, (key) => duty.get(key))
  const validFrom = new Date(
    Math.min(ctx.clock.now().getTime(), ...cases.slice(0, 1).map((one) => one.receivedAt.getTime())),
  )
  const made = createOrganisation(ctx, {
    validFrom,
    units: plan.units.map(({ code, name, parent }) => ({ code, kind: 'team', name: { ko: name, en: name }, parent })),
    people: plan.people.map(({ code, name, units: posts }) => ({
      code,
      name,
      posts: posts.map((unit, i) => ({ unit, title: { ko: '담당', en: 'Officer' }, concurrent: i > 0 })),
    })),
  })
  const { units, people } = await made.catch((error: unknown) => {
    const unit = mapping.units.createBelow ?? ''
    const lost = error instanceof HarmonyError && error.code === 'identity.unit-unknown-code'
    throw lost ? new ValidationError('import.unit-unknown', { field: 'units.createBelow', params: { unit } }) : error
  })
  return { source: mapping.source, book: codeBook(mapping), units, people, decisions: mapping.decisions }
}

function contentHash(one: ImportCase): string {
  const { line, ...content } = one
  return sha256(canonicalJson(JSON.parse(JSON.stringify(content))))
}

function rejectionOf(one: ImportCase, error: HarmonyError): Rejection {
  return {
    line: one.line,
    externalId: one.externalId,
    field: error.field ?? null,
    code: error.code,
    params: error.params,
  }
}

function rate(started: number, count: number): { seconds: number; casesPerSecond: number } {
  const seconds = (performance.now() - started) / 1000
  return { seconds: Math.round(seconds * 100) / 100, casesPerSecond: Math.round(count / Math.max(seconds, 0.001)) }
}
