import { type ReportPetitionsInput, type ReportPetitionsOutput, reportPetitions } from '@harmony/core/customer'
import type { Command } from 'commander'
import { agencyCtx, EXIT, withRuntime } from './runtime.ts'
import type { Language } from './words.ts'

interface ReportFlags {
  readonly tenant: string
  readonly from: string
  readonly to: string
  readonly definition: ReportPetitionsInput['definition']
  readonly by: ReportPetitionsInput['by']
  readonly basis: ReportPetitionsInput['basis']
  readonly zone: string
  readonly json?: true
  readonly lang: Language
}

/** Adds `harmony report petitions`. */
export function addReport(program: Command): void {
  program
    .command('report')
    .description('figures of an agency')
    .command('petitions')
    .description('민원처리 현황: total, 3일 이내, 5일 이내, 6일 이상, mean days')
    .requiredOption('--tenant <slug>', 'the agency')
    .requiredOption('--from <date>', 'first day, YYYY-MM-DD')
    .requiredOption('--to <date>', 'last day, YYYY-MM-DD')
    .option('--definition <name>', 'elapsed, calendar, inclusive, working or statutory', 'elapsed')
    .option('--by <group>', 'month, unit, process, service or channel', 'month')
    .option('--basis <date>', 'which date lies in the period: completed or received', 'completed')
    .option('--zone <zone>', 'whose calendar dates', 'Asia/Seoul')
    .option('--json', 'as JSON on stdout')
    .option('--lang <language>', 'ko or en', 'ko')
    .action(async ({ tenant, json, lang, ...input }: ReportFlags) => {
      process.exitCode = await withRuntime(lang, async (db) => {
        const report = await reportPetitions(await agencyCtx(db, tenant), input)
        process.stdout.write(json === true ? `${JSON.stringify(report, null, 2)}\n` : reportText(report, lang))
        return EXIT.done
      })
    })
}

const HEAD = {
  ko: ['구분', '계', '3일 이내', '%', '5일 이내', '%', '6일 이상', '%', '평균처리일수'],
  en: ['Group', 'Total', '≤ 3 days', '%', '≤ 5 days', '%', 'More', '%', 'Mean days'],
} as const

/** A report as tab-separated lines, its definition named first. */
export function reportText(report: ReportPetitionsOutput, language: Language): string {
  const line = (name: string, f: ReportPetitionsOutput['total']) =>
    [name, f.total, f.within3, f.share3, f.within5, f.share5, f.over5, f.shareOver, f.meanDays]
      .map((cell) => cell ?? '–')
      .join('\t')
  const rows = report.rows.map((row) => line(row.name[language], row))
  const { definition, from, to } = report
  const title = `${report.agency} ${from} – ${to} · ${definition.name[language]}: ${definition.rule[language]}`
  return `${[title, HEAD[language].join('\t'), ...rows, line(language === 'ko' ? '계' : 'Total', report.total)].join('\n')}\n`
}
