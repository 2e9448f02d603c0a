import { Card, DataTable, EmptyState, Link, type TableColumn, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { TaskRow } from '../../task/api.ts'
import { ProgressTick } from '../../task/components/progress-tick.tsx'
import { TaskState } from '../../task/components/task-state.tsx'
import { dotted } from '../../task/lib/days.ts'
import '../../task/task.css'
import { taskWords } from '../../task/words.ts'

const SHOWN = 6

/** 관리과제 진도: the officer's managed tasks, the soonest due first, with the plan's tick (R1). */
export function TaskCard() {
  const t = useWords(taskWords)
  const trpc = useTRPC()
  const agency = useAgency()
  const query = useQuery(
    trpc.task.list.queryOptions({ scope: 'unit', kind: 'managed', status: 'active', sort: 'due', limit: SHOWN }),
  )
  const columns = useMemo<TableColumn<TaskRow>[]>(
    () => [
      {
        id: 'name',
        header: t('name'),
        rowHeader: true,
        cell: (row) => (
          <Link href={paths.task(agency, row.id)} look="quiet">
            {row.name}
          </Link>
        ),
      },
      { id: 'phase', header: t('phase'), cell: (row) => row.next?.name ?? (row.phases > 0 ? t('done') : '—') },
      {
        id: 'progress',
        header: t('progress'),
        cell: (row) => (
          <ProgressTick progress={row.manualProgress ?? row.progress} planned={row.plannedProgress} ok={!row.behind} />
        ),
      },
      { id: 'due', header: t('due'), cell: (row) => (row.next ? dotted(row.next.dueDate) : '—') },
      {
        id: 'status',
        header: t('status'),
        cell: (row) => <TaskState standing={row} allDone={row.phases > 0 && row.phases === row.phasesDone} />,
      },
    ],
    [t, agency],
  )
  return (
    <Card
      title={t('homeTitle')}
      aside={<span className="h-xs h-muted ho-tasknote">{t('plannedNote')}</span>}
      more={
        <Link more href={paths.tasks(agency, { scope: 'unit', kind: 'managed' })}>
          {t('what')}
        </Link>
      }
    >
      <QueryPanel query={query} what={t('homeTitle')} lines={4}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon="task" title={t('homeNone')}>
              {t('emptyMineNext')}
            </EmptyState>
          ) : (
            <div className="tk-home">
              <DataTable caption={t('homeTitle')} columns={columns} rows={rows} rowKey={(row) => row.id} stack />
            </div>
          )
        }
      </QueryPanel>
    </Card>
  )
}
