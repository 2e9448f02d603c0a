import type { ExplainScoreOutput } from '@harmony/core/performance/schemas'
import { Button, Card, DataTable, EmptyState, type TableColumn, useFormat, useText, useWords } from '@harmony/ui'
import { useMemo } from 'react'
import { downloadExcel } from '../../../lib/excel.ts'
import { EvidenceRecord } from '../../strategy-map/components/evidence-record.tsx'
import { useEvidenceValue } from '../../strategy-map/lib/use-evidence-value.ts'
import { scoreWords } from '../words.ts'

type Evidence = NonNullable<ExplainScoreOutput['evidence']>
type Line = Evidence['lines'][number]

export interface EvidenceCardProps {
  readonly evidence: Evidence | null
  readonly isFirstPage: boolean
  readonly onOlder: (cursor: string) => void
  readonly onNewest: () => void
}

/** The records an indicator was made of; each row opens its petition, document or task. */
export function EvidenceCard({ evidence, isFirstPage, onOlder, onNewest }: EvidenceCardProps) {
  const t = useWords(scoreWords)
  const text = useText()
  const format = useFormat()
  const valueText = useEvidenceValue()
  const columns = useMemo<TableColumn<Line>[]>(
    () => [
      {
        id: 'occurredAt',
        header: t('occurred'),
        value: (line) => new Date(line.occurredAt),
        cell: (line) => format.date(line.occurredAt, 'moment'),
      },
      {
        id: 'value',
        header: t('value'),
        rowHeader: true,
        value: (line) => Number(line.value),
        cell: (line) => valueText(line.source, line.value),
      },
      {
        id: 'unit',
        header: t('unit'),
        value: (line) => (line.unitName ? text(line.unitName) : ''),
        cell: (line) => (line.unitName ? text(line.unitName) : '—'),
      },
      {
        id: 'record',
        header: t('record'),
        value: ({ record, subjectId }) => [record?.number, record?.title ?? subjectId].filter(Boolean).join(' '),
        cell: (line) => (
          <span className="h-row">
            <EvidenceRecord line={line} petition={t('open')} />
            {line.sequence > 1 && <span className="h-xs h-muted">{t('sequence', { n: line.sequence })}</span>}
          </span>
        ),
      },
    ],
    [t, text, format, valueText],
  )
  if (!evidence) {
    return (
      <Card title={t('evidence')} padded>
        <p className="h-muted">{t('evidenceHidden')}</p>
      </Card>
    )
  }
  const { total } = evidence
  const sum = Number(total.sum)
  return (
    <Card
      title={t('evidence')}
      aside={
        <span className="h-xs h-muted">
          {t('evidenceCount', {
            n: format.number(total.count),
            sum: format.number(sum, Number.isInteger(sum) ? 0 : 2),
          })}
        </span>
      }
    >
      <DataTable
        caption={t('evidence')}
        columns={columns}
        rows={evidence.lines}
        rowKey={(line) => line.id}
        empty={<EmptyState title={t('none')} />}
        onExport={(sheet) => void downloadExcel(sheet)}
        stack
        showCount={false}
      />
      {(evidence.next || !isFirstPage) && (
        <div className="sc-more h-noprint">
          {!isFirstPage && (
            <Button size="sm" onPress={onNewest}>
              {t('newer')}
            </Button>
          )}
          {evidence.next && (
            <Button size="sm" onPress={() => evidence.next && onOlder(evidence.next)}>
              {t('older')}
            </Button>
          )}
        </div>
      )}
    </Card>
  )
}
