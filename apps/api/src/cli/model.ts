import { readFile } from 'node:fs/promises'
import { statutoryClock } from '@harmony/core/customer'
import { ValidationError } from '@harmony/core/kernel'
import { checkRule, compileBpmn, compileRule, type Problem } from '@harmony/core/model'
import { calendarFor, withTenant } from '@harmony/core/platform'
import type { Command } from 'commander'
import { type AgencyFlags, agencyCommand, EXIT, inAgency } from './runtime.ts'
import { type Language, say } from './words.ts'

interface RuleFlags {
  readonly sum: string
  readonly count: string
  readonly target: string
  readonly min?: string
  readonly max?: string
  readonly json?: true
  readonly lang: Language
}

interface ClockFlags extends AgencyFlags {
  readonly received: string
  readonly period: string
  readonly completed?: string
}

/** Adds `harmony process check`, `harmony rule try` and `harmony clock due`. */
export function addModel(program: Command): void {
  program
    .command('process')
    .description('processes in BPMN 2.0')
    .command('check <file>')
    .description('compile a BPMN file and say everything that is wrong, by element')
    .option('--json', 'as JSON on stdout')
    .option('--lang <language>', 'ko or en', 'ko')
    .action(async (file: string, { json, lang }: { json?: true; lang: Language }) => {
      const xml = await readFile(file, 'utf8').catch(() => null)
      if (xml === null) {
        process.stderr.write(`${say('import.file-missing', { file: file.slice(-100) }, lang)}\n`)
        process.exitCode = EXIT.failed
        return
      }
      const { process: compiled, problems } = await compileBpmn(xml)
      tell(
        json,
        { elements: compiled === undefined ? 0 : Object.keys(compiled.nodes).length, problems },
        problems,
        lang,
      )
    })
  program
    .command('rule')
    .description('rules in CEL')
    .command('try <expression>')
    .description('check an indicator’s rule and evaluate it on figures given by hand')
    .option('--sum <number>', 'sum of the evidence', '0')
    .option('--count <number>', 'how many pieces of evidence', '0')
    .option('--target <number>', 'the target', '100')
    .option('--min <number>', 'the lower limit')
    .option('--max <number>', 'the upper limit')
    .option('--json', 'as JSON on stdout')
    .option('--lang <language>', 'ko or en', 'ko')
    .action((expression: string, flags: RuleFlags) => {
      const { problems } = checkRule(expression)
      const score = problems.length > 0 ? null : compileRule(expression).evaluate(inputsOf(flags))
      tell(flags.json, { score, problems }, problems, flags.lang)
    })
  agencyCommand(program.command('clock').description('the statutory clock'), 'due', 'when a period ends, day by day')
    .requiredOption('--received <instant>', 'when it was received, as in 2026-11-20T17:00+09:00')
    .requiredOption('--period <length>', 'as in 3h or 14d')
    .option('--completed <instant>', 'when it was completed')
    .action((flags: ClockFlags) =>
      inAgency(
        flags,
        async (ctx) => {
          const calendar = await withTenant(ctx, calendarFor)
          const completed =
            flags.completed === undefined ? {} : { completedAt: instant('--completed', flags.completed) }
          return statutoryClock({
            receivedAt: instant('--received', flags.received),
            period: periodOf(flags.period),
            calendar,
            ...completed,
          })
        },
        ({ dueAt, elapsedDays, withinDeadline, trace }) => [
          ...trace.map((day) =>
            [day.date, day.counted ? day.total : '', say(day.reasonKey, {}, flags.lang), day.name ?? ''].join('\t'),
          ),
          `due ${dueAt.toISOString()}, used ${elapsedDays} days, ${withinDeadline ? 'in time' : 'late'}`,
        ],
      ),
    )
}

function inputsOf(flags: RuleFlags) {
  const [sum, count, target] = [Number(flags.sum), Number(flags.count), Number(flags.target)]
  const limits = { ...(flags.min ? { min: Number(flags.min) } : {}), ...(flags.max ? { max: Number(flags.max) } : {}) }
  return { sum, count, mean: count === 0 ? Number.NaN : sum / count, target, ...limits }
}

function tell(json: true | undefined, answer: object, problems: readonly Problem[], lang: Language): void {
  const lines = problems.map(({ path, code, params }) => `${path}: ${say(code, params, lang)} [${code}]`)
  process.stdout.write(`${json === true || problems.length === 0 ? JSON.stringify(answer) : lines.join('\n')}\n`)
  process.exitCode = problems.length === 0 ? EXIT.done : EXIT.failed
}

function instant(field: string, text: string): Date {
  const date = new Date(text)
  if (!Number.isNaN(date.getTime())) return date
  throw new ValidationError('input.wrong-format', { field, params: { format: '2026-11-20T17:00+09:00' } })
}

function periodOf(text: string): { unit: 'hours' | 'days'; amount: number } {
  const [, amount, unit] = /^(\d{1,3})([hd])$/.exec(text) ?? []
  if (amount === undefined) {
    throw new ValidationError('input.wrong-format', { field: '--period', params: { format: '3h, 14d' } })
  }
  return { unit: unit === 'h' ? 'hours' : 'days', amount: Number(amount) }
}
