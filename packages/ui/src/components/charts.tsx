export interface SparklineProps {
  /** Oldest first; null leaves a gap. */
  readonly values: readonly (number | null)[]
  /** What the line shows, with its ends in words. */
  readonly label: string
  readonly width?: number
  readonly height?: number
  readonly min?: number
  readonly max?: number
}

/** A small trend line; its figures stand in a table nearby. */
export function Sparkline({ values, label, width = 120, height = 32, min, max }: SparklineProps) {
  const known = values.filter((value) => value !== null)
  const low = min ?? Math.min(...known, 0)
  const high = max ?? Math.max(...known, 1)
  const x = (index: number) => (values.length < 2 ? width / 2 : (index / (values.length - 1)) * (width - 8) + 4)
  const y = (value: number) => height - 4 - ((value - low) / (high - low || 1)) * (height - 8)
  let path = ''
  let pen = false
  values.forEach((value, index) => {
    if (value === null) {
      pen = false
      return
    }
    path += `${pen ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`
    pen = true
  })
  const lastIndex = values.findLastIndex((value) => value !== null)
  const last = values[lastIndex]
  return (
    <svg
      className="h-spark"
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <path d={path} fill="none" stroke="#083891" strokeWidth="2" strokeLinejoin="round" strokeLinecap="round" />
      {last !== null && last !== undefined && <circle cx={x(lastIndex)} cy={y(last)} r="3.5" fill="#256ef4" />}
    </svg>
  )
}

export interface StackPart {
  readonly key: string
  /** Points this part brings, of 100. */
  readonly value: number
  readonly colour: string
}

export interface StackBarProps {
  readonly parts: readonly StackPart[]
  /** Limits drawn as ticks, in points. */
  readonly marks?: readonly { readonly at: number; readonly label: string }[]
}

/** What a score is made of, on a scale of 100. Decorative: the table under it says the same. */
export function StackBar({ parts, marks = [] }: StackBarProps) {
  return (
    <div aria-hidden="true">
      <div className="h-stackbar-w">
        <div className="h-stackbar">
          {parts
            .filter((part) => part.value > 0)
            .map((part) => (
              <i key={part.key} style={{ width: `${part.value}%`, background: part.colour }} />
            ))}
        </div>
        {marks.map((mark) => (
          <u key={mark.label} style={{ left: `${mark.at}%` }} />
        ))}
      </div>
      <div className="h-scale">
        <span style={{ left: 0 }}>0</span>
        {marks.map((mark, index) => (
          <span key={mark.label} style={{ left: index === marks.length - 1 ? '100%' : `${mark.at}%` }}>
            {mark.label}
          </span>
        ))}
      </div>
    </div>
  )
}

/** The blues of stacked parts, dark to light. */
export const STACK_COLOURS = ['#083891', '#4c87f6', '#90b0d5', '#1c589c', '#bacbde'] as const
