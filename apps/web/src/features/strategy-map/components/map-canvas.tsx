import { SignalLight, StatusMark, useFormat, useText, useWords } from '@harmony/ui'
import type { CSSProperties, KeyboardEvent } from 'react'
import { useMemo, useState } from 'react'
import { gridMove, reach } from '../lib/graph.ts'
import { type Placed, placedObjectives, type StrategyMap } from '../lib/model.ts'
import { mapWords } from '../words.ts'
import { Change } from './change.tsx'
import { Edges } from './edges.tsx'
import { TaskDots } from './task-dots.tsx'

export interface MapCanvasProps {
  readonly map: StrategyMap
  readonly chosen: string | undefined
  readonly touched: ReadonlySet<string>
  readonly onChoose: (key: string) => void
}

/** Bands of objectives with cause → effect arrows; arrow keys walk the grid, Enter opens the detail. */
export function MapCanvas({ map, chosen, touched, onChoose }: MapCanvasProps) {
  const t = useWords(mapWords)
  const text = useText()
  const format = useFormat()
  const [canvas, setCanvas] = useState<HTMLDivElement | null>(null)
  const placed = useMemo(() => placedObjectives(map), [map])
  const causes = useMemo(() => (chosen ? reach(map.links, chosen, 'causes') : new Set<string>()), [map.links, chosen])
  const effects = useMemo(() => (chosen ? reach(map.links, chosen, 'effects') : new Set<string>()), [map.links, chosen])
  const columns = Math.min(4, Math.max(2, ...map.perspectives.map((one) => one.objectives.length)))
  const style: CSSProperties & Record<'--sm-cols', number> = { '--sm-cols': columns }
  const rows = map.perspectives.map((one) => one.objectives.map((objective) => objective.key))
  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.target instanceof HTMLElement ? event.target.dataset.key : undefined
    const next = key ? gridMove(rows, key, event.key) : undefined
    if (!next) return
    event.preventDefault()
    canvas?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next)}"]`)?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are the controls; arrow keys bubble up from them
    <div className="sm-cv" ref={setCanvas} style={style} onKeyDown={onKeyDown}>
      {map.perspectives.map((perspective) => (
        <div className="sm-band" key={perspective.key}>
          <div className="sm-bl">
            <h3>{text(perspective.name)}</h3>
            <small>{t('weight', { n: perspective.weight })}</small>
            <div className="sc" data-none={perspective.score === null || undefined}>
              <SignalLight signal={perspective.signal} />
              {format.score(perspective.score)}
            </div>
          </div>
          <ul aria-label={t('objectivesOf', { name: text(perspective.name) })}>
            {perspective.objectives.map((objective) => (
              <li key={objective.key}>
                <ObjectiveCard
                  placed={{ objective, perspective }}
                  affects={map.links
                    .filter((link) => link.from === objective.key)
                    .flatMap((link) => placed.get(link.to) ?? [])
                    .map((to) => text(to.objective.name))
                    .join(', ')}
                  state={
                    objective.key === chosen
                      ? 'chosen'
                      : !chosen || causes.has(objective.key) || effects.has(objective.key)
                        ? 'related'
                        : 'dim'
                  }
                  isTouched={touched.has(objective.key)}
                  onChoose={onChoose}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <Edges canvas={canvas} map={map} chosen={chosen} causes={causes} effects={effects} />
    </div>
  )
}

interface ObjectiveCardProps {
  readonly placed: Placed
  readonly affects: string
  readonly state: 'chosen' | 'related' | 'dim'
  readonly isTouched: boolean
  readonly onChoose: (key: string) => void
}

function ObjectiveCard({ placed: { objective }, affects, state, isTouched, onChoose }: ObjectiveCardProps) {
  const t = useWords(mapWords)
  const text = useText()
  const format = useFormat()
  return (
    <button
      type="button"
      className="sm-nd"
      data-key={objective.key}
      data-signal={objective.signal}
      data-dim={state === 'dim' || undefined}
      data-rel={state === 'related' || undefined}
      data-touched={isTouched || undefined}
      aria-pressed={state === 'chosen'}
      onClick={() => onChoose(objective.key)}
    >
      <span className="nt">
        <SignalLight signal={objective.signal} size={15} />
        <span>{text(objective.name)}</span>
      </span>
      <span className="nb">
        {objective.score !== null && <b>{format.score(objective.score)}</b>}
        <StatusMark signal={objective.signal} light={false} />
        <TaskDots tasks={objective.tasks} />
        <span className="ch">
          <Change change={objective.change} />
        </span>
      </span>
      {affects && (
        <span className="sm-infl">
          <span aria-hidden="true">→ </span>
          <span className="h-sr">{t('affects')}: </span>
          {affects}
        </span>
      )}
    </button>
  )
}
