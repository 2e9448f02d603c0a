import type { ExplainScoreOutput } from '@harmony/core/performance/schemas'
import { Card, Link, Note, STACK_COLOURS, StackBar, useFormat, useText, useWords } from '@harmony/ui'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { scoreWords } from '../words.ts'

type Formula = ExplainScoreOutput['node']['formula']
type Weighted = Extract<Formula, { kind: 'weighted-mean' | 'children' }>
type Rule = Extract<Formula, { kind: 'rule' }>

export interface FormulaCardProps {
  readonly explained: ExplainScoreOutput
  readonly search: Readonly<Record<string, string | undefined>>
}

/** The formula of one score with the numbers that went in. */
export function FormulaCard({ explained, search }: FormulaCardProps) {
  const t = useWords(scoreWords)
  const { formula } = explained.node
  if (formula.kind === 'no-data') {
    return (
      <Card title={t('formula')} padded>
        <Note>{t('noData')}</Note>
      </Card>
    )
  }
  if (formula.kind === 'rule') return <RuleCard formula={formula} />
  return <WeightedCard formula={formula} explained={explained} search={search} />
}

function RuleCard({ formula }: { readonly formula: Rule }) {
  const t = useWords(scoreWords)
  const format = useFormat()
  const keys = ['sum', 'count', 'mean', 'target', 'min', 'max'] as const
  const figure = (value: number) => format.number(value, Number.isInteger(value) ? 0 : 2)
  return (
    <Card title={t('rule')} padded>
      <p className="h-muted">{t('ruleText')}</p>
      <code className="sc-rule">{formula.expression}</code>
      <dl className="sc-inputs">
        {keys.map((key) => (
          <div key={key}>
            <dt>{`${t(key)} (${key})`}</dt>
            <dd>{figure(formula.inputs[key])}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

const MISSING = {
  renormalise: 'missingRenormalise',
  zero: 'missingZero',
  'not-applicable': 'missingNot-applicable',
} as const

function WeightedCard({ formula, explained, search }: { readonly formula: Weighted } & FormulaCardProps) {
  const t = useWords(scoreWords)
  const text = useText()
  const format = useFormat()
  const agency = useAgency()
  const title = t(formula.kind === 'children' ? 'childrenMean' : 'weighted')
  return (
    <Card title={title}>
      <div className="h-card-body">
        <StackBar
          parts={formula.terms.map((term, index) => ({
            key: term.nodeKey ?? term.unitId ?? String(index),
            value: Number(term.contribution ?? 0),
            colour: STACK_COLOURS[index % STACK_COLOURS.length] ?? STACK_COLOURS[0],
          }))}
        />
        <p className="h-xs h-muted">{t(MISSING[formula.missing])}</p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="h-tw" aria-label={t('part')} tabIndex={0}>
        <table className="h-tb">
          <caption className="h-sr">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('part')}</th>
              {(['score', 'weight', 'share', 'contribution'] as const).map((key) => (
                <th scope="col" data-num key={key}>
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {formula.terms.map((term, index) => (
              <tr key={term.nodeKey ?? term.unitId ?? index}>
                <th scope="row">
                  <Link
                    look="quiet"
                    href={paths.score(agency, term.nodeKey ?? explained.node.nodeKey, {
                      ...search,
                      unit: term.unitId ?? explained.unit.id,
                    })}
                  >
                    {term.name ? text(term.name) : (term.nodeKey ?? '')}
                  </Link>
                </th>
                <td data-num>{format.score(term.score)}</td>
                <td data-num>{format.number(Number(term.weight), Number(term.weight) % 1 ? 1 : 0)}</td>
                <td data-num>{term.share === null ? '—' : `${format.number(Number(term.share), 1)}%`}</td>
                <td data-num>
                  <b>{term.contribution === null ? '—' : format.number(Number(term.contribution), 2)}</b>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('sum')}</th>
              <td />
              <td data-num>{format.number(formula.terms.reduce((sum, term) => sum + Number(term.weight), 0))}</td>
              <td />
              <td data-num>{format.score(explained.node.score)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
    </Card>
  )
}
