import { z } from 'zod'
import {
  type AuthoredFragments,
  checkRule,
  compileRule,
  type Fragment,
  findCircle,
  type Problem,
  type RuleInputs,
  referenceProblem,
  sumProblem,
  under,
} from '../model/index.ts'
import { modelKey } from '../tenancy/index.ts'
import { RATES, SUBJECT_OF } from './domain/model.ts'
import { indicator, objective, type PerformanceFragment, performanceFragment, perspective } from './fragment.ts'

const { signals, missing, rollUp } = performanceFragment.shape

/** How an author writes the performance part: collections by key, so that a layer can name one entry. */
export const authoredPerformance = z.strictObject({
  perspectives: z.record(modelKey, perspective.omit({ key: true })),
  objectives: z.record(modelKey, objective.omit({ key: true })),
  /** Cause → its effects. */
  links: z.record(modelKey, z.array(modelKey).min(1)),
  indicators: z.record(modelKey, indicator.omit({ key: true })),
  signals,
  missing,
  rollUp,
})

export type AuthoredPerformance = z.infer<typeof authoredPerformance>

declare module '../model/layers/layer.ts' {
  interface AuthoredFragments {
    readonly performance: AuthoredPerformance
  }
}

/** The performance module's part of the model, for `synthesise`. */
export const performancePart: Fragment<AuthoredFragments['performance']> = {
  key: 'performance',
  authored: authoredPerformance,
  compile: async (authored, whole) => {
    const services = Object.keys(Reflect.get(Object(Reflect.get(Object(whole), 'customer')), 'services') ?? {})
    const problems = [
      ...weightProblems(authored),
      ...mapProblems(authored),
      ...Object.entries(authored.indicators).flatMap(([key, one]) =>
        under(`indicators.${key}`, indicatorProblems(one, authored, services)),
      ),
    ]
    if (authored.signals.yellow >= authored.signals.green) {
      problems.push({
        path: 'signals.yellow',
        code: 'model.range',
        params: { found: authored.signals.yellow, allowed: `< ${authored.signals.green}` },
      })
    }
    return { value: release(authored), problems }
  },
}

function release(authored: AuthoredPerformance): PerformanceFragment {
  const { perspectives, objectives, links, indicators, ...rest } = authored
  const listed = <T extends object>(entries: Record<string, T>) =>
    Object.entries(entries).map(([key, value]) => ({ key, ...value }))
  return {
    ...rest,
    perspectives: listed(perspectives),
    objectives: listed(objectives),
    links: Object.entries(links).flatMap(([from, effects]) => effects.map((to) => ({ from, to }))),
    indicators: listed(indicators),
  }
}

function weightProblems({ perspectives, objectives, indicators }: AuthoredPerformance): Problem[] {
  const weights = (all: { weight: number }[]) => all.map((one) => one.weight)
  return [
    ...sumProblem('perspectives', weights(Object.values(perspectives))),
    ...Object.keys(perspectives).flatMap((key) => {
      const own = Object.values(objectives).filter((one) => one.perspective === key)
      return sumProblem(`perspectives.${key}.objectives`, weights(own))
    }),
    ...Object.keys(objectives).flatMap((key) => {
      const own = Object.values(indicators).filter((one) => one.objective === key)
      return own.length === 0 ? [] : sumProblem(`objectives.${key}.indicators`, weights(own))
    }),
  ]
}

function mapProblems({ perspectives, objectives, links }: AuthoredPerformance): Problem[] {
  const keys = Object.keys(objectives)
  const circle = findCircle(new Map(Object.entries(links)))
  return [
    ...Object.entries(objectives).flatMap(([key, one]) =>
      referenceProblem(`objectives.${key}.perspective`, one.perspective, Object.keys(perspectives)),
    ),
    ...Object.entries(links).flatMap(([from, effects]) => [
      ...referenceProblem(`links.${from}`, from, keys),
      ...effects.flatMap((to) => referenceProblem(`links.${from}`, to, keys)),
    ]),
    ...(circle ? [{ path: `links.${circle[0]}`, code: 'model.circle', params: { found: circle.join(' → ') } }] : []),
  ]
}

function indicatorProblems(
  one: AuthoredPerformance['indicators'][string],
  { objectives }: AuthoredPerformance,
  services: readonly string[],
): Problem[] {
  const { problems, uses } = checkRule(one.rule)
  const absent = (['min', 'max'] as const).filter((name) => uses.includes(name) && one[name] === undefined)
  return [
    ...referenceProblem('objective', one.objective, Object.keys(objectives)),
    ...(one.filter?.services ?? []).flatMap((service) => referenceProblem('filter.services', service, services)),
    ...filterProblem(one),
    ...under('rule', problems),
    ...absent.map((name) => ({ path: 'rule', code: 'rule.input-absent', params: { found: name } })),
    ...(problems.length === 0 && absent.length === 0 ? under('rule', rangeProblem(one)) : []),
  ]
}

/** Only evidence of petitions knows a service: a filter on other evidence would let nothing through. */
function filterProblem({ filter, source }: AuthoredPerformance['indicators'][string]): Problem[] {
  if (filter?.services === undefined || SUBJECT_OF[source] === 'petition') return []
  return [{ path: 'filter.services', code: 'model.filter-idle', params: { found: source } }]
}

/** Means that each source can have; a rule is tried at these. */
const MEANS: Readonly<Record<string, readonly number[]>> = {
  satisfaction: [20, 40, 60, 80, 85, 90, 100],
  'document-grade': [0, 50, 70, 85, 92.5, 100],
  ...Object.fromEntries(RATES.map((source) => [source, [0, 0.25, 0.5, 0.75, 0.9, 0.95, 1]])),
  'processing-days': [0, 0.25, 1, 2, 3, 5, 7, 14, 30, 100],
}

function rangeProblem(one: AuthoredPerformance['indicators'][string]): Problem[] {
  const rule = compileRule(one.rule)
  for (const mean of MEANS[one.source] ?? []) {
    for (const count of [1, 10, 1000]) {
      const inputs: RuleInputs = { sum: mean * count, count, mean, target: one.target, min: one.min, max: one.max }
      const score = rule.evaluate(inputs)
      if (score === null || (score >= 0 && score <= 100)) continue
      return [{ path: '', code: 'rule.out-of-range', params: { found: score, mean, allowed: '0…100' } }]
    }
  }
  return []
}
