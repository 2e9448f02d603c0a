import { useWords } from '@harmony/ui'
import { useMemo } from 'react'
import { layoutProcess, NODE_HEIGHT, NODE_WIDTH, type PlacedNode } from '../lib/layout.ts'
import type { ServiceProcess } from '../lib/model.ts'
import { releaseWords } from '../words.ts'

const FILLS = {
  user: ['#ecf2fe', '#256ef4'],
  automatic: ['#f4f5f6', '#8a949e'],
  message: ['#e7f4fe', '#096ab3'],
  timer: ['#fff3db', '#9e6a00'],
  exclusive: ['#fff', '#464c53'],
  parallel: ['#fff', '#464c53'],
  start: ['#eaf6ec', '#228738'],
  end: ['#e6e8ea', '#33363d'],
} as const

/** The process as swim lanes. The list under it says the same in words. */
export function ProcessDiagram({ process, name }: { readonly process: ServiceProcess; readonly name: string }) {
  const t = useWords(releaseWords)
  const lane = t('nobodyLane')
  const layout = useMemo(() => layoutProcess(process.compiled, lane), [process, lane])
  const head = `ad-head-${process.key}`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="ad-proc" aria-label={t('diagram', { name })} tabIndex={0}>
      <svg width={layout.width} height={layout.height} role="img" aria-label={t('diagram', { name })}>
        <defs>
          <marker
            id={head}
            viewBox="0 0 8 8"
            refX="4"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
            markerUnits="userSpaceOnUse"
          >
            <path d="M0 .5 7 4 0 7.5z" fill="#58616a" />
          </marker>
        </defs>
        {layout.lanes.map((row, index) => (
          <g key={row.id}>
            <rect
              x="0.5"
              y={row.y + 0.5}
              width={layout.width - 1}
              height={row.height}
              fill={index % 2 ? '#fff' : '#fafbfc'}
              stroke="#e6e8ea"
            />
            <text x="12" y={row.y + row.height / 2 + 4} data-lane>
              {clip(row.name, 8)}
            </text>
          </g>
        ))}
        {layout.edges.map((edge) => (
          <path key={edge.key} d={edge.d} fill="none" stroke="#58616a" strokeWidth="1.3" markerEnd={`url(#${head})`} />
        ))}
        {layout.nodes.map((place) => (
          <Shape key={place.id} place={place} label={place.node.name || t(place.node.kind)} />
        ))}
      </svg>
    </section>
  )
}

function Shape({ place, label }: { readonly place: PlacedNode; readonly label: string }) {
  const { node, x, y } = place
  const [fill, stroke] = FILLS[node.kind]
  const round = node.kind === 'start' || node.kind === 'end' || node.kind === 'timer' ? NODE_HEIGHT / 2 : 6
  const middle = x + NODE_WIDTH / 2
  const lines = wrap(label)
  return (
    <g>
      {node.kind === 'exclusive' || node.kind === 'parallel' ? (
        <path
          d={`M${x} ${y + 24}L${x + 14} ${y}H${x + NODE_WIDTH - 14}L${x + NODE_WIDTH} ${y + 24}L${x + NODE_WIDTH - 14} ${y + 48}H${x + 14}Z`}
          fill={fill}
          stroke={stroke}
        />
      ) : (
        <rect x={x} y={y} width={NODE_WIDTH} height={NODE_HEIGHT} rx={round} fill={fill} stroke={stroke} />
      )}
      {lines.map((line, index) => (
        <text key={line} x={middle} y={y + 28 + (index - (lines.length - 1) / 2) * 15} textAnchor="middle">
          {line}
        </text>
      ))}
    </g>
  )
}

function clip(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

/** Two lines at most, broken at a space where there is one. */
function wrap(label: string): string[] {
  if (label.length <= 10) return [label]
  const space = label.lastIndexOf(' ', 10)
  const cut = space > 2 ? space : 10
  return [label.slice(0, cut).trim(), clip(label.slice(cut).trim(), 11)]
}
