import { useLayoutEffect, useState } from 'react'
import { edgeKind } from '../lib/graph.ts'
import { placedObjectives, type StrategyMap } from '../lib/model.ts'
import { type Box, type Route, routeLinks } from '../lib/routing.ts'

export interface EdgesProps {
  readonly canvas: HTMLElement | null
  readonly map: StrategyMap
  readonly chosen: string | undefined
  readonly causes: ReadonlySet<string>
  readonly effects: ReadonlySet<string>
}

const HEADS = [
  ['other', '#cdd1d5'],
  ['cause', '#083891'],
  ['effect', '#083891'],
  ['missed', '#de3412'],
] as const

function measure(canvas: HTMLElement, map: StrategyMap): Route[] {
  const origin = canvas.getBoundingClientRect()
  const band = new Map(
    map.perspectives.flatMap((one, index) => one.objectives.map((objective) => [objective.key, index])),
  )
  const boxes = new Map<string, Box>()
  for (const card of canvas.querySelectorAll<HTMLElement>('[data-key]')) {
    const key = card.dataset.key ?? ''
    const rect = card.getBoundingClientRect()
    boxes.set(key, {
      x: rect.left - origin.left,
      y: rect.top - origin.top,
      w: rect.width,
      h: rect.height,
      band: band.get(key) ?? 0,
    })
  }
  return routeLinks(map.links, boxes)
}

/** The arrows, measured after layout and whenever the canvas changes its size. The table says the same in words. */
export function Edges({ canvas, map, chosen, causes, effects }: EdgesProps) {
  const [routes, setRoutes] = useState<readonly Route[]>([])
  useLayoutEffect(() => {
    if (!canvas) return
    const draw = () => setRoutes(measure(canvas, map))
    draw()
    const observer = new ResizeObserver(draw)
    observer.observe(canvas)
    void document.fonts?.ready.then(draw)
    return () => observer.disconnect()
  }, [canvas, map])
  const missed = chosen !== undefined && placedObjectives(map).get(chosen)?.objective.signal === 'red'
  const drawn = routes
    .map((route) => ({
      ...route,
      kind: chosen ? edgeKind(route.link, { key: chosen, causes, effects, missed }) : ('other' as const),
    }))
    .sort((a, b) => Number(a.kind !== 'other') - Number(b.kind !== 'other'))
  return (
    <svg className="sm-ed" aria-hidden="true">
      <defs>
        {HEADS.map(([kind, colour]) => (
          <marker
            key={kind}
            id={`sm-head-${kind}`}
            viewBox="0 0 8 8"
            refX="4"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 .5 7 4 0 7.5z" fill={colour} />
          </marker>
        ))}
      </defs>
      {drawn.map(({ link, d, kind }) => (
        <path key={`${link.from}>${link.to}`} data-edge={kind} d={d} markerEnd={`url(#sm-head-${kind})`} />
      ))}
    </svg>
  )
}
