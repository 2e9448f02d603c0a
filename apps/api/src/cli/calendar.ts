import { readFile } from 'node:fs/promises'
import { ValidationError } from '@harmony/core/kernel'
import { type LoadCalendarYearInput, loadCalendarYear } from '@harmony/core/platform'
import type { Command } from 'commander'
import { parse } from 'csv-parse/sync'
import { agencyCtx, EXIT, withRuntime } from './runtime.ts'
import type { Language } from './words.ts'

interface CalendarFlags {
  readonly tenant: string
  readonly year: string[]
  readonly file?: string
  readonly base?: 'official' | 'none'
  readonly lang: Language
}

/** Adds `harmony calendar load`. */
export function addCalendar(program: Command): void {
  program
    .command('calendar')
    .description('working days of an agency')
    .command('load')
    .description('load a year; without a file the year has weekends only (or the official table, where there is one)')
    .requiredOption('--tenant <slug>', 'the agency')
    .requiredOption('--year <year...>', 'one year or several')
    .option('--file <csv>', 'columns date,kind,name; kind is holiday or workday')
    .option('--base <table>', 'official: change the official table; none: the file is the whole table')
    .option('--lang <language>', 'ko or en', 'ko')
    .action(async (flags: CalendarFlags) => {
      process.exitCode = await withRuntime(flags.lang, async (db) => {
        const ctx = await agencyCtx(db, flags.tenant)
        const days = flags.file === undefined ? [] : await daysOf(flags.file)
        for (const year of flags.year) {
          const own = flags.year.length === 1 ? days : days.filter((day) => day.date.startsWith(`${year}-`))
          const base = flags.base === undefined ? {} : { base: flags.base }
          const loaded = await loadCalendarYear(ctx, { year: Number(year), days: own, ...base })
          process.stdout.write(
            `${loaded.year}: ${loaded.days} days over the ${loaded.base === 'official' ? 'official table' : 'weekends'}\n`,
          )
        }
        return EXIT.done
      })
    })
}

async function daysOf(file: string): Promise<NonNullable<LoadCalendarYearInput['days']>> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new ValidationError('import.file-missing', { field: '--file', params: { file: file.slice(-100) } })
  })
  return parse(text, { bom: true, columns: true, skip_empty_lines: true, trim: true })
}
