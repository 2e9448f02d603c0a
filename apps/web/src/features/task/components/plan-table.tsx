import { Button, DataTable, type TableColumn, Tag, useWords } from '@harmony/ui'
import { useMemo } from 'react'
import { downloadExcel } from '../../../lib/excel.ts'
import type { Phase } from '../api.ts'
import { dotted } from '../lib/days.ts'
import { usePhaseWord } from '../lib/use-phase-word.ts'
import { planWords } from '../plan-words.ts'

export interface PlanTableProps {
  readonly caption: string
  readonly phases: readonly Phase[]
  readonly canComplete: boolean
  readonly canReopen: boolean
  readonly onComplete: (phase: Phase) => void
  readonly onReopen: (phase: Phase) => void
}

/** The plan as the source screens show it: phase, activity, weight, due, done, state; acts at the end of the row. */
export function PlanTable({ caption, phases, canComplete, canReopen, onComplete, onReopen }: PlanTableProps) {
  const t = useWords(planWords)
  const stateOf = usePhaseWord()
  const columns = useMemo<TableColumn<Phase>[]>(
    () => [
      { id: 'phase', header: t('phase'), rowHeader: true, value: (row) => row.name, cell: (row) => row.name },
      { id: 'activity', header: t('activity'), value: (row) => row.activity, cell: (row) => row.activity || '—' },
      {
        id: 'weight',
        header: `${t('weight')} (%)`,
        numeric: true,
        value: (row) => row.plannedWeight,
        cell: (row) => `${row.plannedWeight}%`,
      },
      {
        id: 'due',
        header: t('due'),
        value: (row) => row.dueDate,
        cell: (row) => <time dateTime={row.dueDate}>{dotted(row.dueDate)}</time>,
      },
      {
        id: 'completed',
        header: t('completed'),
        value: (row) => row.completedDate,
        cell: (row) =>
          row.completedDate === null ? '—' : <time dateTime={row.completedDate}>{dotted(row.completedDate)}</time>,
      },
      {
        id: 'state',
        header: t('state'),
        value: (row) => stateOf(row).text,
        cell: (row) => {
          const state = stateOf(row)
          return <Tag tone={state.tone}>{state.text}</Tag>
        },
      },
      ...(canComplete || canReopen
        ? [
            {
              id: 'acts',
              header: t('acts'),
              cell: (row: Phase) => (
                <span className="tk-actcell">
                  {row.completedDate === null
                    ? canComplete && (
                        <Button size="sm" aria-label={`${row.name} ${t('complete')}`} onPress={() => onComplete(row)}>
                          {t('complete')}
                        </Button>
                      )
                    : canReopen && (
                        <Button
                          size="sm"
                          variant="txt"
                          aria-label={`${row.name} ${t('reopen')}`}
                          onPress={() => onReopen(row)}
                        >
                          {t('reopen')}
                        </Button>
                      )}
                </span>
              ),
            },
          ]
        : []),
    ],
    [t, stateOf, canComplete, canReopen, onComplete, onReopen],
  )
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={phases}
      rowKey={(row) => row.id}
      onExport={(sheet) => void downloadExcel(sheet)}
      stack
    />
  )
}
