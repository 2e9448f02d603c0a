import { Card, Link, TaskMark, useFormat, useText, useWords } from '@harmony/ui'
import type { ReactNode } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { monitorWords } from '../monitor-words.ts'
import type { Monitor } from './monitor-types.ts'

type Search = Readonly<Record<string, string | undefined>>

/** 우리부 과제 추진 현황, as the source screens set it out; every figure leads to its cards (R12). */
export function MonitorTree({ monitor }: { readonly monitor: Monitor }) {
  const t = useWords(monitorWords)
  const text = useText()
  const format = useFormat()
  const agency = useAgency()
  const base: Search = {
    year: String(monitor.year),
    unit: monitor.path.length > 1 ? monitor.unit.id : undefined,
    asOf: monitor.asOf,
    // The monitor counts every card of the year, those closed since included.
    status: 'all',
  }
  const to = (search: Search) => paths.tasks(agency, { ...base, ...search })
  const both = (line: { readonly tasks: number; readonly cards: number }) =>
    t('tasksCards', { tasks: format.number(line.tasks), cards: format.number(line.cards) })
  const cards = (n: number) => t('cards', { n: format.number(n) })
  return (
    <Card title={t('ours', { unit: text(monitor.unit.name) })}>
      <div className="tk-tree">
        <dl>
          <Line label={t('unitTasks')} href={to({})} value={both(monitor.unitTasks)} strong />
          <Line label={t('managed')} href={to({ kind: 'managed' })} value={both(monitor.managed)} strong />
        </dl>
        <dl>
          <Line label={t('annual')} href={to({ kind: 'annual-report' })} value={both(monitor.annualReport)} strong />
          <Line
            label={<TaskMark ok label={t('onTrack')} />}
            href={to({ kind: 'annual-report', state: 'on-track' })}
            value={cards(monitor.annualReport.onTrack)}
          />
          <Line
            label={<TaskMark ok={false} label={t('delayed')} />}
            href={to({ kind: 'annual-report', state: 'delayed' })}
            value={cards(monitor.annualReport.delayed)}
          />
        </dl>
        <dl>
          <Line label={t('quality')} href={to({ kind: 'quality' })} value={both(monitor.quality)} strong />
          <Line
            label={t('begun')}
            href={to({ kind: 'quality', quality: 'begun' })}
            value={cards(monitor.quality.begun)}
          />
          <Line
            label={t('notBegun')}
            href={to({ kind: 'quality', quality: 'not-begun' })}
            value={cards(monitor.quality.notBegun)}
          />
        </dl>
        <dl>
          <Line
            label={t('behind')}
            href={to({ kind: 'managed', state: 'behind' })}
            value={cards(monitor.behind)}
            strong
          />
          <Line label={t('watched')} href={to({ watched: '1' })} value={cards(monitor.watched)} strong />
        </dl>
      </div>
    </Card>
  )
}

interface LineProps {
  readonly label: ReactNode
  readonly href: string
  readonly value: string
  readonly strong?: boolean
}

function Line({ label, href, value, strong = false }: LineProps) {
  return (
    <div data-strong={strong || undefined}>
      <dt>{label}</dt>
      <dd>
        <Link href={href} look="quiet">
          {value}
        </Link>
      </dd>
    </div>
  )
}
