import { AxisBottom, AxisLeft } from '@visx/axis'
import { scaleBand, scaleLinear } from '@visx/scale'
import { Bar } from '@visx/shape'
import { useEffect, useRef, useState } from 'react'

export interface ColumnSeries {
  readonly key: string
  readonly label: string
  readonly colour: string
  /** Drawn with a dark edge: for colours too light to stand alone. */
  readonly outlined?: boolean
}

export interface ColumnGroup {
  readonly key: string
  readonly label: string
  /** One value a series, in the order of the series; stacked from the bottom up. */
  readonly values: readonly number[]
}

export interface StackedColumnsProps {
  /** What the chart shows, as its name for screen readers; its figures stand in a table nearby. */
  readonly label: string
  readonly series: readonly ColumnSeries[]
  readonly groups: readonly ColumnGroup[]
  readonly height?: number
}

const MARGIN = { top: 8, right: 8, bottom: 26, left: 44 }
const TICK = { fontSize: 12, fill: 'var(--text-3)', fontFamily: 'inherit' }
const LABEL_WIDTH = 76

/** Columns over time, each made of parts. As wide as its place; labels thin out where they would touch. */
export function StackedColumns({ label, series, groups, height = 240 }: StackedColumnsProps) {
  const [ref, width] = useWidth()
  const inner = { width: Math.max(0, width - MARGIN.left - MARGIN.right), height: height - MARGIN.top - MARGIN.bottom }
  const totals = groups.map((group) => group.values.reduce((sum, value) => sum + value, 0))
  const x = scaleBand({ domain: groups.map((group) => group.key), range: [0, inner.width], padding: 0.3 })
  const y = scaleLinear({ domain: [0, Math.max(1, ...totals)], range: [inner.height, 0], nice: true })
  const step = Math.max(1, Math.ceil((groups.length * LABEL_WIDTH) / Math.max(1, inner.width)))
  const shown = groups.filter((_, index) => index % step === 0)
  const names = new Map(groups.map((group) => [group.key, group.label]))
  return (
    <figure className="h-columns" ref={ref}>
      {width > 0 && (
        <svg role="img" aria-label={label} width={width} height={height}>
          <g transform={`translate(${MARGIN.left} ${MARGIN.top})`}>
            <AxisLeft
              scale={y}
              numTicks={4}
              tickFormat={(value) => (Number.isInteger(Number(value)) ? Number(value).toLocaleString('ko-KR') : '')}
              stroke="var(--line-strong)"
              tickStroke="var(--line-strong)"
              tickLabelProps={TICK}
            />
            {groups.map((group) =>
              stack(group.values).map(({ from, to }, index) => {
                const part = series[index]
                if (part === undefined || to === from) return null
                const edge = part.outlined ? { stroke: 'var(--warn60)', strokeWidth: 1 } : {}
                const top = y(to)
                return (
                  <Bar
                    key={`${group.key}-${part.key}`}
                    x={x(group.key) ?? 0}
                    y={top}
                    width={x.bandwidth()}
                    height={y(from) - top}
                    fill={part.colour}
                    {...edge}
                  />
                )
              }),
            )}
            <AxisBottom
              scale={x}
              top={inner.height}
              tickValues={shown.map((group) => group.key)}
              tickFormat={(key) => names.get(String(key)) ?? ''}
              stroke="var(--line-strong)"
              tickStroke="var(--line-strong)"
              tickLabelProps={{ ...TICK, textAnchor: 'middle' }}
            />
          </g>
        </svg>
      )}
    </figure>
  )
}

/** The names of the colours. */
export function ColumnLegend({ series }: { readonly series: readonly ColumnSeries[] }) {
  return (
    <ul className="h-legend">
      {series.map((part) => (
        <li key={part.key}>
          <i aria-hidden="true" data-outlined={part.outlined || undefined} style={{ background: part.colour }} />
          {part.label}
        </li>
      ))}
    </ul>
  )
}

function stack(values: readonly number[]): { from: number; to: number }[] {
  let top = 0
  return values.map((value) => {
    const from = top
    top += value
    return { from, to: top }
  })
}

/** The width of an element as it is laid out, followed while it changes. */
function useWidth() {
  const ref = useRef<HTMLElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, width] as const
}
