import { readFile } from 'node:fs/promises'
import {
  type ImportProgress,
  type ImportSummary,
  importPetitions,
  readCases,
  readMapping,
} from '@harmony/core/customer'
import { type Ctx, ValidationError } from '@harmony/core/kernel'
import type { Command } from 'commander'
import { agencyCtx, EXIT, withRuntime } from './runtime.ts'
import { type Language, say } from './words.ts'

interface ImportFlags {
  readonly tenant: string
  readonly file: string
  readonly mapping: string
  readonly dryRun?: true
  readonly json?: true
  readonly lang: Language
}

const SHOWN_REJECTIONS = 50

/** Adds `harmony import petitions`. @returns `import`, for what else can be brought in */
export function addImport(program: Command): Command {
  const importCommand = program.command('import').description('bring in what comes from elsewhere')
  importCommand
    .command('petitions')
    .description('tell the cases of a request log again through the real commands')
    .requiredOption('--tenant <slug>', 'the agency')
    .requiredOption('--file <csv>', 'the log, one row a case or one row an event')
    .requiredOption('--mapping <yaml>', 'how its columns read (docs/import)')
    .option('--dry-run', 'do everything and undo it again')
    .option('--json', 'the summary as JSON on stdout')
    .option('--lang <language>', 'ko or en', 'ko')
    .action(async (flags: ImportFlags) => {
      process.exitCode = await withRuntime(flags.lang, async (db) =>
        runImport(await agencyCtx(db, flags.tenant), flags, (text) => process.stdout.write(text)),
      )
    })
  return importCommand
}

/** Imports a log and prints what came of it. @returns the exit code */
export async function runImport(
  ctx: Ctx,
  flags: Omit<ImportFlags, 'tenant'>,
  print: (text: string) => unknown,
): Promise<number> {
  const mapping = readMapping(await mappingText(flags.mapping))
  const log = await readCases(flags.file, mapping)
  const dryRun = flags.dryRun === true
  const summary = await importPetitions(ctx, log, mapping, { dryRun, onProgress: progressLine() })
  print(
    flags.json === true
      ? `${JSON.stringify(withWords(summary, flags.lang), null, 2)}\n`
      : summaryText(summary, flags.lang),
  )
  return summary.rejected.length === 0 ? EXIT.done : EXIT.someRejected
}

async function mappingText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new ValidationError('import.file-missing', { field: '--mapping', params: { file: file.slice(-100) } })
  }
}

/** A line on stderr, at most one a second; on a terminal it overwrites itself. */
function progressLine(): (progress: ImportProgress) => void {
  let last = 0
  return ({ done, total, imported, rejected, casesPerSecond }) => {
    const now = performance.now()
    if (done < total && now - last < 1000) return
    last = now
    const line = `${done}/${total}  imported ${imported}  rejected ${rejected}  ${casesPerSecond}/s`
    process.stderr.write(process.stderr.isTTY ? `\r${line}${done >= total ? '\n' : ''}` : `${line}\n`)
  }
}

function withWords(summary: ImportSummary, language: Language) {
  const rejected = summary.rejected.map((one) => ({ ...one, reason: say(one.code, one.params, language) }))
  return { ...summary, rejected }
}

function summaryText(summary: ImportSummary, language: Language): string {
  const { rows, cases, imported, already, rejected, skippedEvents, seconds, casesPerSecond } = summary
  const lines = rejected.slice(0, SHOWN_REJECTIONS).map((one) => {
    const where = [`line ${one.line}`, one.externalId, one.field]
      .filter((part) => part !== null && part !== '')
      .join(' · ')
    return `  ${where}: ${say(one.code, one.params, language)}`
  })
  if (rejected.length > SHOWN_REJECTIONS)
    lines.push(`  … ${rejected.length - SHOWN_REJECTIONS} more (--json shows all)`)
  const head = `${summary.source}${summary.dryRun ? ' (dry run: nothing was written)' : ''}`
  const counts = `rows ${rows}, cases ${cases}, imported ${imported}, imported before ${already}, rejected ${rejected.length}, events left out ${skippedEvents}`
  return `${head}\n${counts}\n${seconds} s, ${casesPerSecond} cases/s\n${lines.map((line) => `${line}\n`).join('')}`
}
