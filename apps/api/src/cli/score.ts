import { unitByCode } from '@harmony/core/identity'
import { type Ctx, NotFoundError } from '@harmony/core/kernel'
import { explainScore, listScores, rebuildScores } from '@harmony/core/performance'
import type { ExplainScoreOutput, ExplanationView } from '@harmony/core/performance/schemas'
import { withTenant } from '@harmony/core/platform'
import type { Command } from 'commander'
import { type AgencyFlags, agencyCommand, inAgency } from './runtime.ts'

interface ScoreFlags extends AgencyFlags {
  readonly month?: string
  readonly unit?: string
  readonly node: string
}

/** Adds `harmony score show|explain|rebuild`. */
export function addScore(program: Command): void {
  const score = program.command('score').description('scores of an agency, and why')
  agencyCommand(score, 'show', 'the scores of all units in a month')
    .option('--month <YYYY-MM>', 'the month; without: the current one')
    .action((flags: ScoreFlags) =>
      inAgency(
        flags,
        (ctx) => listScores(ctx, period(flags)),
        (rows) => rows.map((row) => [row.name[flags.lang], row.score ?? '–', row.change ?? ''].join('\t')),
      ),
    )
  agencyCommand(score, 'explain', 'the formula of a score with its numbers, down to the evidence')
    .option('--month <YYYY-MM>', 'the month; without: the current one')
    .option('--unit <code>', 'the unit; without: the agency')
    .option('--node <key>', 'unit, or a level and key as in indicator:satisfaction', 'unit')
    .action((flags: ScoreFlags) =>
      inAgency(
        flags,
        async (ctx) =>
          explainScore(ctx, { ...period(flags), ...(await unitOf(ctx, flags.unit)), nodeKey: flags.node, limit: 200 }),
        (answer) => explainLines(answer, flags.lang),
      ),
    )
  agencyCommand(score, 'rebuild', 'compute an open month from its evidence alone and store what differs')
    .requiredOption('--month <YYYY-MM>', 'the month')
    .action((flags: ScoreFlags & { readonly month: string }) =>
      inAgency(
        flags,
        (ctx) => rebuildScores(ctx, { periodKey: flags.month }),
        ({ periodKey, units, changed, equal }) => [
          `${periodKey}: ${units} units, ${equal ? 'equal' : `${changed.length} changed`}`,
        ],
      ),
    )
}

function period({ month }: ScoreFlags): { periodKey?: string } {
  return month === undefined ? {} : { periodKey: month }
}

async function unitOf(ctx: Ctx, code: string | undefined): Promise<{ unitId?: string }> {
  if (code === undefined) return {}
  const unit = await withTenant(ctx, (tx) => unitByCode(tx, code))
  if (unit === null) throw new NotFoundError('identity.unit-not-found', { field: '--unit' })
  return { unitId: unit.id }
}

function explainLines({ unit, period, node, recomputed, agrees, evidence }: ExplainScoreOutput, lang: 'ko' | 'en') {
  const tree = (one: ExplanationView, depth: number): string[] => [
    `${'  '.repeat(depth)}${one.name?.[lang] ?? one.nodeKey}\t${one.score ?? '–'}`,
    ...one.children.flatMap((child) => tree(child, depth + 1)),
  ]
  return [
    `${unit?.name[lang] ?? '–'} ${period.key}`,
    ...tree(node, 0),
    ...(evidence?.lines ?? []).map((line) => [line.occurredAt, line.source, line.subjectId, line.value].join('\t')),
    `recomputed ${recomputed ?? '–'}: ${agrees ? 'agrees' : 'DIFFERS'}`,
  ]
}
