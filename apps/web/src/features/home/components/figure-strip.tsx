import { useFormat, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-aria-components'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { currentMonth, monthInstant, shiftMonth } from '../../strategy-map/lib/model.ts'
import { homeWords } from '../words.ts'

export interface FigureStripProps {
  readonly unitId: string | undefined
}

/** Five figures: approvals, the unit's managed tasks, satisfaction, mean time, team score; each leads to its page. */
export function FigureStrip({ unitId }: FigureStripProps) {
  const t = useWords(homeWords)
  const format = useFormat()
  const trpc = useTRPC()
  const agency = useAgency()
  const query = useQuery(trpc.performance.teamFigures.queryOptions(unitId ? { unitId } : {}))
  const figures = query.data
  const approvals = useQuery(trpc.document.inboxCounts.queryOptions()).data
  const directives = useQuery(trpc.document.directiveCounts.queryOptions()).data
  const managed = { scope: 'unit', kind: 'managed', status: 'active', limit: 1 } as const
  const tasks = useQuery(trpc.task.list.queryOptions(managed)).data
  const behind = useQuery(trpc.task.list.queryOptions({ ...managed, state: 'behind' })).data
  const monthKey = figures?.periodKey ?? currentMonth()
  const month = format.date(monthInstant(monthKey), 'monthOnly')
  const before = format.date(monthInstant(figures?.previousPeriodKey ?? shiftMonth(monthKey, -1)), 'monthOnly')
  const map = paths.strategyMap(agency, { unit: unitId })
  const previously = (value: string | null | undefined) =>
    value === null || value === undefined
      ? t('noBefore', { month: before })
      : t('before', { month: before, value: format.number(Number(value), 1) })
  return (
    <section className="ho-strip" aria-label={t('summary')}>
      <Figure
        href={paths.inbox(agency)}
        label={t('approvals')}
        value={approvals && format.number(approvals.waiting)}
        unit={t('count')}
        note={
          directives &&
          (directives.overdue > 0 ? (
            <>
              {t('directivesLate')} <b className="h-bad">{format.number(directives.overdue)}</b>
            </>
          ) : directives.open > 0 ? (
            t('directivesOpen', { n: directives.open })
          ) : (
            t('noDirectives')
          ))
        }
      />
      <Figure
        href={paths.tasks(agency, { scope: 'unit', kind: 'managed' })}
        label={t('tasks')}
        value={tasks && format.number(tasks.total)}
        unit={t('count')}
        note={
          tasks &&
          behind && (
            <>
              <b className="ho-ok">{t('onTrack', { n: tasks.total - behind.total })}</b>
              {behind.total > 0 && (
                <>
                  {' · '}
                  <b className="h-bad">{t('behind', { n: behind.total })}</b>
                </>
              )}
            </>
          )
        }
      />
      <Figure
        href={map}
        label={t('satisfaction', { month })}
        value={figures && figureText(figures.satisfaction.value, format)}
        unit={t('points')}
        note={
          figures && (
            <>
              {previously(figures.satisfaction.previous)} <Shift change={figures.satisfaction.change} better="up" />
            </>
          )
        }
      />
      <Figure
        href={map}
        label={t('days', { month })}
        value={figures && figureText(figures.days.value, format)}
        unit={t('day')}
        note={
          figures && (
            <>
              {previously(figures.days.previous)} <Shift change={figures.days.change} better="down" />
            </>
          )
        }
      />
      <Figure
        href={map}
        label={t('score')}
        value={figures && figureText(figures.score.score, format)}
        unit={t('points')}
        note={
          figures && (
            <>
              {previously(figures.score.previous)} <Shift change={figures.score.change} better="up" />
            </>
          )
        }
      />
    </section>
  )
}

/** null: not measured; undefined: still loading. */
function figureText(value: string | null, format: ReturnType<typeof useFormat>): string | null {
  return value === null ? null : format.number(Number(value), 1)
}

interface FigureProps {
  readonly href: string
  readonly label: string
  readonly value: string | null | undefined
  readonly unit: string
  readonly note: ReactNode
}

function Figure({ href, label, value, unit, note }: FigureProps) {
  const format = useFormat()
  return (
    <Link href={href}>
      <div className="l">{label}</div>
      <div className="v" data-none={value === null || undefined}>
        {value === null ? format.score(null) : (value ?? ' ')}
        {value && <em>{unit}</em>}
      </div>
      <div className="d">{note ?? ' '}</div>
    </Link>
  )
}

function Shift({ change, better }: { readonly change: string | null; readonly better: 'up' | 'down' }) {
  const format = useFormat()
  if (change === null) return null
  const points = Number(change)
  const figure = format.number(Math.abs(points), 1)
  if (figure === '0.0') return null
  const good = points > 0 === (better === 'up')
  return (
    <b className={good ? 'h-up' : 'h-bad'}>
      <span className="h-sr">{points > 0 ? '+' : '−'}</span>
      <span aria-hidden="true">{points > 0 ? '▲ ' : '▼ '}</span>
      {figure}
    </b>
  )
}
