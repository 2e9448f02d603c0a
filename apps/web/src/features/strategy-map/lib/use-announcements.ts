import { useFormat, useText, useWords } from '@harmony/ui'
import { useEffect, useRef, useState } from 'react'
import { mapWords } from '../words.ts'
import { placedObjectives, type StrategyMap } from './model.ts'

const SHOWN_MS = 4000

/** What changed on the map just now: words for a live region and the objectives to light up for a moment. */
export function useAnnouncements(map: StrategyMap | undefined): { said: string; touched: ReadonlySet<string> } {
  const t = useWords(mapWords)
  const text = useText()
  const format = useFormat()
  const before = useRef<StrategyMap>(undefined)
  const [state, setState] = useState<{ said: string; touched: ReadonlySet<string> }>({ said: '', touched: new Set() })
  useEffect(() => {
    if (!map) return
    const last = before.current
    before.current = map
    if (!last || last.unit.id !== map.unit.id || last.period.key !== map.period.key || last.asOf !== map.asOf) return
    const old = placedObjectives(last)
    const changed = [...placedObjectives(map).values()].filter(
      ({ objective }) => old.get(objective.key)?.objective.score !== objective.score,
    )
    if (changed.length === 0) return
    const said = changed
      .map(({ objective }) =>
        t('changed', {
          name: text(objective.name),
          from: format.score(old.get(objective.key)?.objective.score),
          to: format.score(objective.score),
        }),
      )
      .join(' ')
    setState({ said, touched: new Set(changed.map(({ objective }) => objective.key)) })
    const timer = setTimeout(() => setState((now) => ({ ...now, touched: new Set() })), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [map, t, text, format])
  return state
}
