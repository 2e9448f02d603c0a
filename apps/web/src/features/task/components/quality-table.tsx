import { Button, Card, DataTable, type TableColumn, Tag, useText, useWords } from '@harmony/ui'
import { useMemo } from 'react'
import { downloadExcel } from '../../../lib/excel.ts'
import type { Ability } from '../api.ts'
import { dotted } from '../lib/days.ts'
import { qualityWords } from '../quality-words.ts'
import type { QualityStage } from './quality-types.ts'

export interface QualityTableProps {
  readonly stages: readonly QualityStage[]
  readonly abilities: readonly Ability[]
  readonly chosen: string | undefined
  readonly onChoose: (stage: QualityStage) => void
  readonly onPlan: (stage: QualityStage) => void
  readonly onHistory: () => void
}

const TONES = { 'not-started': 'gray', 'in-progress': 'blue', completed: 'green' } as const

/** 품질관리 종합: 진행단계명 · 완료예정일 · 완료일 · 점검상태 · 추진내용 · 주요이슈. */
export function QualityTable({ stages, abilities, chosen, onChoose, onPlan, onHistory }: QualityTableProps) {
  const t = useWords(qualityWords)
  const text = useText()
  const canPlan = abilities.includes('plan-quality')
  const columns = useMemo<TableColumn<QualityStage>[]>(() => {
    const check = (stage: QualityStage) =>
      stage.checkStatus === 'completed' ? t('completed-check') : t(stage.checkStatus)
    return [
      {
        id: 'stage',
        header: t('stage'),
        rowHeader: true,
        value: (row) => text(row.name),
        cell: (row) => (
          <button type="button" className="h-link" data-quiet onClick={() => onChoose(row)}>
            {text(row.name)}
          </button>
        ),
      },
      { id: 'due', header: t('due'), value: (row) => row.dueDate, cell: (row) => dotted(row.dueDate) || '—' },
      {
        id: 'completed',
        header: t('completed'),
        value: (row) => row.completedDate,
        cell: (row) => dotted(row.completedDate) || '—',
      },
      {
        id: 'check',
        header: t('check'),
        value: check,
        cell: (row) => (
          <span className="h-row">
            <Tag tone={TONES[row.checkStatus]}>{check(row)}</Tag>
            {row.daysLate > 0 && (
              <Tag tone={row.completedDate === null ? 'red' : 'amber'}>
                {t(row.completedDate === null ? 'lateDays' : 'doneLate', { n: row.daysLate })}
              </Tag>
            )}
          </span>
        ),
      },
      {
        id: 'answered',
        header: t('answered'),
        numeric: true,
        value: (row) => row.answered,
        cell: (row) => t('answeredOf', { n: row.answered, all: row.asked }),
      },
      { id: 'issue', header: t('issue'), value: (row) => row.keyIssue, cell: (row) => row.keyIssue || '—' },
      ...(canPlan
        ? [
            {
              id: 'acts',
              header: t('acts'),
              cell: (row: QualityStage) =>
                row.completedDate === null && (
                  <span className="tk-actcell">
                    <Button
                      size="sm"
                      aria-label={t('planStageOf', { stage: text(row.name) })}
                      onPress={() => onPlan(row)}
                    >
                      {t('planStage')}
                    </Button>
                  </span>
                ),
            },
          ]
        : []),
    ]
  }, [t, text, canPlan, onChoose, onPlan])
  return (
    <Card
      title={t('summary')}
      more={
        <span className="tk-cardacts">
          <Button size="sm" icon="clock" onPress={onHistory}>
            {t('history')}
          </Button>
        </span>
      }
    >
      <DataTable
        caption={t('summary')}
        columns={columns}
        rows={stages}
        rowKey={(row) => row.id}
        isSelected={(row) => row.key === chosen}
        onExport={(sheet) => void downloadExcel(sheet)}
        stack
      />
    </Card>
  )
}
