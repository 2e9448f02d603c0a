import { STACK_COLOURS, StackBar, useFormat, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { Objective, StrategyMap } from '../lib/model.ts'
import type { MapPlace } from '../lib/use-place.ts'
import { mapWords } from '../words.ts'
import { useIndicatorLine } from './indicator-line.ts'

export interface CalculationSectionProps {
  readonly map: StrategyMap
  readonly objective: Objective
  readonly place: MapPlace
  readonly opened: string | undefined
  readonly onOpen: (indicator: string) => void
}

/** How the objective's score was made: bar, then each indicator with score, weight and what it brought. */
export function CalculationSection({ map, objective, place, opened, onOpen }: CalculationSectionProps) {
  const t = useWords(mapWords)
  const text = useText()
  const format = useFormat()
  const trpc = useTRPC()
  const line = useIndicatorLine()
  const explained = useQuery(
    trpc.performance.explain.queryOptions({ ...place.input, unitId: map.unit.id, nodeKey: objective.nodeKey }),
  )
  return (
    <section>
      <h3>{t('how')}</h3>
      <QueryPanel query={explained} what={t('how')}>
        {({ node }) => {
          const terms =
            node.formula.kind === 'weighted-mean' || node.formula.kind === 'children' ? node.formula.terms : []
          const rows = terms.map((term, index) => ({
            term,
            colour: STACK_COLOURS[index % STACK_COLOURS.length] ?? STACK_COLOURS[0],
            indicator: objective.indicators.find((one) => one.nodeKey === term.nodeKey),
          }))
          const left = rows.some(({ term }) => term.score === null)
          return (
            <>
              <StackBar
                parts={rows.map(({ term, colour }, index) => ({
                  key: term.nodeKey ?? String(index),
                  value: Number(term.contribution ?? 0),
                  colour,
                }))}
                marks={[
                  { at: map.thresholds.yellow, label: t('limitYellow', { n: map.thresholds.yellow }) },
                  { at: map.thresholds.green, label: t('limitGreen', { n: map.thresholds.green }) },
                ]}
              />
              <table className="sm-calc">
                <caption className="h-sr">{t('how')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('indicator')}</th>
                    <th scope="col">{t('score')}</th>
                    <th scope="col">{t('weightShort')}</th>
                    <th scope="col">{t('contribution')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ term, colour, indicator }, index) => (
                    <tr key={term.nodeKey ?? index}>
                      <td>
                        {indicator ? (
                          <button
                            type="button"
                            aria-pressed={indicator.key === opened}
                            onClick={() => onOpen(indicator.key)}
                          >
                            <i className="sm-dot" style={{ background: colour }} aria-hidden="true" />
                            {text(indicator.name)}
                          </button>
                        ) : (
                          term.name && text(term.name)
                        )}
                        {indicator && <small>{line(indicator)}</small>}
                      </td>
                      <td>{format.score(term.score)}</td>
                      <td>{format.number(Number(term.weight))}%</td>
                      <td>
                        <b>{term.contribution === null ? '—' : format.number(Number(term.contribution), 1)}</b>
                      </td>
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  <tr>
                    <td>{t('sum')}</td>
                    <td />
                    <td>{format.number(rows.reduce((sum, { term }) => sum + Number(term.weight), 0))}%</td>
                    <td>{format.score(node.score)}</td>
                  </tr>
                </tfoot>
              </table>
              {left && node.score !== null && map.missing === 'renormalise' && (
                <p className="sm-note">{t('missingNote')}</p>
              )}
            </>
          )
        }}
      </QueryPanel>
    </section>
  )
}
