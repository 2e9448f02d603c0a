import { Icon, useWords } from '@harmony/ui'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { borderAt, moveBorder, remainderOf, WHOLE } from '../lib/weights.ts'
import { planWords } from '../plan-words.ts'

export interface WeightPart {
  readonly key: string
  readonly name: string
  readonly weight: number
  /** How the phase stands; colours the bar that only shows. */
  readonly state?: 'done' | 'late' | 'open'
}

export interface WeightBarProps {
  readonly parts: readonly WeightPart[]
  /** Without it the bar only shows. */
  readonly onChange?: (weights: number[]) => void
}

const STEP = 1
const BIG_STEP = 5

/** The weights of a plan on one bar; borders are dragged or moved by arrow keys, the whole stays what it is. */
export function WeightBar({ parts, onChange }: WeightBarProps) {
  const t = useWords(planWords)
  const bar = useRef<HTMLDivElement>(null)
  const weights = parts.map((part) => part.weight)
  const rest = remainderOf(weights)
  const scale = Math.max(WHOLE, WHOLE - rest)
  return (
    <div className="tk-weights">
      <div className="tk-wbar" ref={bar}>
        {parts.map((part, index) => (
          <div
            className="p"
            key={part.key}
            data-n={index % 5}
            data-state={part.state}
            style={{ width: `${(part.weight / scale) * 100}%` }}
          >
            <span>{part.name}</span>
            <b>{part.weight}%</b>
          </div>
        ))}
        {rest > 0 && <div className="rest" style={{ width: `${(rest / scale) * 100}%` }} />}
        {onChange &&
          parts.slice(0, -1).map((part, index) => {
            const right = parts[index + 1]
            if (!right) return null
            return (
              <Border
                key={part.key}
                label={t('border', { left: part.name, right: right.name })}
                text={t('borderValue', { left: part.name, a: part.weight, right: right.name, b: right.weight })}
                at={borderAt(weights, index)}
                min={borderAt(weights, index - 1)}
                max={borderAt(weights, index + 1)}
                scale={scale}
                bar={bar}
                onMove={(to) => onChange(moveBorder(weights, index, to))}
              />
            )
          })}
      </div>
      {(onChange || rest !== 0) && (
        <p className="tk-rest" role="status" data-bad={rest !== 0 || undefined}>
          {rest === 0 ? (
            <>
              <Icon name="check" size={16} /> {t('whole')}
            </>
          ) : (
            <>
              <Icon name="warn" size={16} /> {rest > 0 ? t('rest', { n: rest }) : t('over', { n: -rest })}
            </>
          )}
        </p>
      )}
    </div>
  )
}

interface BorderProps {
  readonly label: string
  readonly text: string
  /** Where it stands and between what, in percent from the beginning. */
  readonly at: number
  readonly min: number
  readonly max: number
  readonly scale: number
  readonly bar: React.RefObject<HTMLDivElement | null>
  readonly onMove: (to: number) => void
}

/** One border as a slider: pointer, touch, arrows (with Shift five at once), Page keys, Home and End. */
function Border({ label, text, at, min, max, scale, bar, onMove }: BorderProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? BIG_STEP : STEP
    const to = {
      ArrowLeft: at - step,
      ArrowDown: at - step,
      ArrowRight: at + step,
      ArrowUp: at + step,
      PageDown: at - BIG_STEP,
      PageUp: at + BIG_STEP,
      Home: min,
      End: max,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    onMove(to)
  }
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent) => {
    const box = bar.current?.getBoundingClientRect()
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    onMove(((event.clientX - box.left) / box.width) * scale)
  }
  return (
    <span
      className="tk-border"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuenow={at}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuetext={text}
      style={{ left: `${(at / scale) * 100}%` }}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
    />
  )
}
