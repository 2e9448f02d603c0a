import { useFormat, useWords } from '@harmony/ui'
import { taskWords } from '../words.ts'

export interface ProgressTickProps {
  /** Computed (or changed) progress in percent; null without a plan. */
  readonly progress: number | null
  /** What the plan wanted by today, in percent; null without a plan. */
  readonly planned: number | null
  readonly ok: boolean
  /** The bar alone; the figure stands elsewhere. */
  readonly plain?: boolean
}

/** Progress as a bar with a tick where the plan wanted it today; figures beside it for everyone. */
export function ProgressTick({ progress, planned, ok, plain = false }: ProgressTickProps) {
  const t = useWords(taskWords)
  const format = useFormat()
  if (progress === null) return <span className="h-xs h-muted">{t('noPlan')}</span>
  const share = (value: number) => Math.min(100, Math.max(0, value))
  return (
    <div className="tk-pg">
      <div className="tk-bar" data-bad={ok ? undefined : true} aria-hidden="true">
        <i style={{ width: `${share(progress)}%` }} />
        {planned !== null && <u style={{ left: `${share(planned)}%` }} />}
      </div>
      {!plain && <b>{format.number(progress)}%</b>}
      {!plain && planned !== null && <span className="h-sr">{t('planned', { n: format.number(planned) })}</span>}
    </div>
  )
}
