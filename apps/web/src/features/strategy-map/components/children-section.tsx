import { useFormat, useText, useWords } from '@harmony/ui'
import { Link } from 'react-aria-components'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import type { StrategyMap } from '../lib/model.ts'
import type { MapPlace } from '../lib/use-place.ts'
import { mapWords } from '../words.ts'

/** The units below with their total scores; each opens its own map. */
export function ChildrenSection({ map, place }: { readonly map: StrategyMap; readonly place: MapPlace }) {
  const t = useWords(mapWords)
  const text = useText()
  const format = useFormat()
  const agency = useAgency()
  if (map.children.length === 0) return null
  return (
    <section>
      <h3>
        {t('children')} <small>{t('childrenNote')}</small>
      </h3>
      <ul className="sm-org">
        {map.children.map((child) => (
          <li key={child.id}>
            <Link href={paths.strategyMap(agency, { ...place.search, unit: child.id, objective: place.objective })}>
              {text(child.name)}
            </Link>
            <span className="b" aria-hidden="true">
              {child.score !== null && <i style={{ width: `${Number(child.score)}%` }} />}
            </span>
            <span className="v">{format.score(child.score)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
