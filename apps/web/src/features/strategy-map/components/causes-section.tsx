import { useFormat, useText, useWords } from '@harmony/ui'
import { Fragment } from 'react'
import { type Placed, placedObjectives, type StrategyMap } from '../lib/model.ts'
import { mapWords } from '../words.ts'

export interface CausesSectionProps {
  readonly map: StrategyMap
  readonly chosen: string
  readonly onChoose: (key: string) => void
}

/** The objectives next to the chosen one on the arrows, both ways. */
export function CausesSection({ map, chosen, onChoose }: CausesSectionProps) {
  const t = useWords(mapWords)
  const placed = placedObjectives(map)
  const causes = map.links.filter((link) => link.to === chosen).flatMap((link) => placed.get(link.from) ?? [])
  const effects = map.links.filter((link) => link.from === chosen).flatMap((link) => placed.get(link.to) ?? [])
  return (
    <section>
      <h3>{t('causeAndEffect')}</h3>
      <dl className="sm-ce">
        <div>
          <dt>{t('causes')}</dt>
          <dd>
            <Names list={causes} onChoose={onChoose} />
          </dd>
        </div>
        <div>
          <dt>{t('effects')}</dt>
          <dd>
            <Names list={effects} onChoose={onChoose} />
          </dd>
        </div>
      </dl>
    </section>
  )
}

function Names({ list, onChoose }: { readonly list: readonly Placed[]; readonly onChoose: (key: string) => void }) {
  const t = useWords(mapWords)
  const text = useText()
  const format = useFormat()
  if (list.length === 0) return t('nothing')
  return list.map(({ objective }, index) => (
    <Fragment key={objective.key}>
      {index > 0 && ', '}
      <button type="button" onClick={() => onChoose(objective.key)}>
        {text(objective.name)}
      </button>{' '}
      {format.score(objective.score)}
    </Fragment>
  ))
}
