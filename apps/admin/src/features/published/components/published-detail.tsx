import { Card, useFormat, useText, useWords } from '@harmony/ui'
import type { ApiOutputs } from '../../../lib/web.ts'
import { publishedWords } from '../words.ts'
import { ScoreCell } from './score-cell.tsx'

type Published = ApiOutputs['performance']['published'][number]
type Document = Published['document']

interface Line {
  readonly key: string
  readonly level: 'perspective' | 'objective' | 'indicator'
  readonly node: Omit<Document['perspectives'][number], 'key' | 'objectives'>
  readonly count: number | null
}

function linesOf(document: Document): Line[] {
  return document.perspectives.flatMap((perspective) => [
    { key: perspective.key, level: 'perspective' as const, node: perspective, count: null },
    ...perspective.objectives.flatMap((objective) => [
      {
        key: `${perspective.key}/${objective.key}`,
        level: 'objective' as const,
        node: objective,
        count: null,
      },
      ...objective.indicators.map((indicator) => ({
        key: `${perspective.key}/${objective.key}/${indicator.key}`,
        level: 'indicator' as const,
        node: indicator,
        count: indicator.count,
      })),
    ]),
  ])
}

/** One published month from perspectives down to indicators. */
export function PublishedDetail({ published }: { readonly published: Published }) {
  const t = useWords(publishedWords)
  const text = useText()
  const format = useFormat()
  const month = format.date(`${published.periodKey}-01T00:00:00+09:00`, 'month')
  const title = t('detail', { agency: text(published.agency.name), month })
  return (
    <Card title={title}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="h-tw" aria-label={t('node')} tabIndex={0}>
        <table className="h-tb ad-detail">
          <caption className="h-sr">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('node')}</th>
              <th scope="col" data-num>
                {t('weight')}
              </th>
              <th scope="col">{t('score')}</th>
              <th scope="col" data-num>
                {t('count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {linesOf(published.document).map((line) => (
              <tr key={line.key}>
                <th scope="row" data-level={line.level}>
                  {text(line.node.name)}
                </th>
                <td data-num>{line.node.weight}%</td>
                <td>
                  <ScoreCell node={line.node} />
                </td>
                <td data-num>
                  {line.level !== 'indicator' ? '' : line.count === null ? t('suppressed') : format.number(line.count)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  )
}
