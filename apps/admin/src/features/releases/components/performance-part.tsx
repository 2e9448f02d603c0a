import { Card, useText, useWords } from '@harmony/ui'
import type { Release } from '../lib/model.ts'
import { releaseWords } from '../words.ts'

type Objective = Release['performance']['objectives'][number]

/** Perspectives with their objectives, and each objective's indicators with rule and target. */
export function PerformancePart({ release }: { readonly release: Release }) {
  const t = useWords(releaseWords)
  const text = useText()
  const { perspectives, objectives, signals, missing, rollUp } = release.performance
  return (
    <div className="h-stack">
      <p className="h-xs h-muted">
        {[
          t('rules', { green: signals.green, yellow: signals.yellow }),
          t(`missing-${missing}`),
          t('rollUp', { bureau: t(rollUp.bureau), agency: t(rollUp.agency) }),
        ].join(' · ')}
      </p>
      {perspectives.map((perspective) => (
        <Card
          key={perspective.key}
          title={text(perspective.name)}
          aside={<span className="h-xs h-muted">{t('weight', { n: perspective.weight })}</span>}
        >
          {objectives
            .filter((objective) => objective.perspective === perspective.key)
            .map((objective) => (
              <ObjectivePart key={objective.key} release={release} objective={objective} />
            ))}
        </Card>
      ))}
    </div>
  )
}

function ObjectivePart({ release, objective }: { readonly release: Release; readonly objective: Objective }) {
  const t = useWords(releaseWords)
  const text = useText()
  const { links, objectives } = release.performance
  const indicators = release.performance.indicators.filter((indicator) => indicator.objective === objective.key)
  const affects = links
    .filter((link) => link.from === objective.key)
    .flatMap((link) => objectives.find((one) => one.key === link.to) ?? [])
    .map((one) => text(one.name))
  return (
    <div className="ad-obj">
      <h3>
        {text(objective.name)}
        <small>
          {t('weight', { n: objective.weight })}
          {affects.length > 0 && ` · ${t('affects')}: ${affects.join(', ')}`}
        </small>
      </h3>
      {indicators.length === 0 ? (
        <p className="ad-none">{t('noIndicator')}</p>
      ) : (
        <div className="h-tw">
          <table className="h-tb" data-stack>
            <caption className="h-sr">{`${text(objective.name)} ${t('indicators')}`}</caption>
            <thead>
              <tr>
                <th scope="col">{t('indicator')}</th>
                <th scope="col" data-num>
                  {t('weightShort')}
                </th>
                <th scope="col">{t('source')}</th>
                <th scope="col" data-num>
                  {t('target')}
                </th>
                <th scope="col">{t('rule')}</th>
              </tr>
            </thead>
            <tbody>
              {indicators.map((indicator) => (
                <tr key={indicator.key}>
                  <th scope="row">{text(indicator.name)}</th>
                  <td data-num data-label={t('weightShort')}>
                    {indicator.weight}%
                  </td>
                  <td data-label={t('source')}>{t(indicator.source)}</td>
                  <td data-num data-label={t('target')}>
                    {indicator.target}
                    {text(indicator.unit)}
                  </td>
                  <td data-label={t('rule')}>
                    <code className="ad-rule">{indicator.rule}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
