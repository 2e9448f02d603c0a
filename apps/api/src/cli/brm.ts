import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { importFunctions } from '@harmony/core/brm'
import { type Ctx, ValidationError } from '@harmony/core/kernel'
import type { Command } from 'commander'
import { agencyCtx, EXIT, withRuntime } from './runtime.ts'
import { type Language, say } from './words.ts'

interface BrmFlags {
  readonly tenant: string
  readonly file: string
  readonly label?: string
  readonly year?: string
  readonly validFrom?: string
  readonly reason?: string
  readonly dryRun?: true
  readonly json?: true
  readonly lang: Language
}

const SHOWN = 50

/** Adds `harmony import brm` to the command that imports. */
export function addBrmImport(importCommand: Command): void {
  importCommand
    .command('brm')
    .description('bring in a version of the 정부기능분류체계 from Excel or CSV')
    .requiredOption('--tenant <slug>', 'the agency')
    .requiredOption('--file <xlsx|csv>', 'one unit task a row, in the columns of the screen’s Excel download')
    .option('--label <text>', 'the name of the version')
    .option('--year <year>', 'the year it is for; this one when left out')
    .option('--valid-from <date>', 'from which day it holds, YYYY-MM-DD; now when left out')
    .option('--reason <text>', 'why')
    .option('--dry-run', 'only say what would change')
    .option('--json', 'the outcome as JSON on stdout')
    .option('--lang <language>', 'ko or en', 'ko')
    .action(async (flags: BrmFlags) => {
      process.exitCode = await withRuntime(flags.lang, async (db) =>
        runBrmImport(await agencyCtx(db, flags.tenant), flags, (text) => process.stdout.write(text)),
      )
    })
}

/** Imports a tree and prints its differences, or every rejected line; then nothing was written. @returns the exit code */
export async function runBrmImport(
  ctx: Ctx,
  flags: Omit<BrmFlags, 'tenant'>,
  print: (text: string) => unknown,
): Promise<number> {
  const bytes = await readFile(flags.file).catch(() => {
    throw new ValidationError('import.file-missing', { field: '--file', params: { file: flags.file.slice(-100) } })
  })
  const outcome = await importFunctions(ctx, { name: basename(flags.file), bytes }, headOf(ctx, flags), {
    dryRun: flags.dryRun === true,
  })
  print(
    flags.json === true ? `${JSON.stringify(withWords(outcome, flags.lang), null, 2)}\n` : text(outcome, flags.lang),
  )
  return outcome.rejected.length === 0 ? EXIT.done : EXIT.someRejected
}

function headOf(
  ctx: Ctx,
  { label, year, validFrom, reason }: Pick<BrmFlags, 'label' | 'year' | 'validFrom' | 'reason'>,
) {
  const now = ctx.clock.now()
  const ofYear = year === undefined ? now.getUTCFullYear() : Number(year)
  if (!Number.isInteger(ofYear) || ofYear < 1948 || ofYear > 2200) {
    throw new ValidationError('input.wrong-format', { field: '--year', params: { format: 'YYYY' } })
  }
  const from = validFrom === undefined ? now : new Date(`${validFrom}T00:00:00+09:00`)
  if (Number.isNaN(from.getTime())) {
    throw new ValidationError('input.wrong-format', { field: '--valid-from', params: { format: 'YYYY-MM-DD' } })
  }
  const name = label ?? `${ofYear}년 정부기능분류체계`
  if (name.length > 60) throw new ValidationError('input.too-long', { field: '--label', params: { max: 60 } })
  return { label: name, year: ofYear, validFrom: from, reason: (reason ?? '명령행 가져오기').slice(0, 1000) }
}

type Outcome = Awaited<ReturnType<typeof importFunctions>>

function withWords(outcome: Outcome, language: Language) {
  return {
    ...outcome,
    rejected: outcome.rejected.map((one) => ({ ...one, reason: say(one.code, one.params, language) })),
  }
}

function text(
  { fileName, rows, summary, changes, rejected, ignoredColumns, applied }: Outcome,
  language: Language,
): string {
  const outcome = applied === null ? 'nothing was written' : `applied as version ${applied.sequence}`
  const counts = Object.entries(summary)
    .map(([kind, n]) => `${kind} ${n}`)
    .join(', ')
  const lines =
    rejected.length > 0
      ? rejected.map((one) => `  line ${one.line} · ${one.column}: ${say(one.code, one.params, language)}`)
      : changes.map(({ kind, code, name, from, to }) => {
          const move = [from, to].filter((part) => part !== null).join(' → ')
          return `  ${kind} ${code} ${name}${move === '' ? '' : ` (${move})`}`
        })
  const more = lines.length > SHOWN ? [`  … ${lines.length - SHOWN} more (--json shows all)`] : []
  const ignored = ignoredColumns.length > 0 ? [`columns left out: ${ignoredColumns.join(', ')}`] : []
  const head = [`${fileName}: ${outcome}`, `rows ${rows}, ${counts}, rejected ${rejected.length}`, ...ignored]
  return `${[...head, ...lines.slice(0, SHOWN), ...more].join('\n')}\n`
}
