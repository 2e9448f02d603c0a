import { Button, Dialog, useFormat, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { qualityWords } from '../quality-words.ts'
import { taskWords } from '../words.ts'
import type { QualityStage } from './quality-types.ts'

interface AnswersDialogProps {
  readonly stage: QualityStage
  readonly itemNumber: string
  readonly onClose: () => void
}

/** 추진내용이력: every answer an item ever had, the newest first. */
export function AnswersDialog({ stage, itemNumber, onClose }: AnswersDialogProps) {
  const t = useWords(qualityWords)
  const tt = useWords(taskWords)
  const text = useText()
  const format = useFormat()
  const trpc = useTRPC()
  const query = useQuery(trpc.task.qualityAnswers.queryOptions({ stageId: stage.id, itemNumber }))
  const item = stage.items.find((one) => one.number === itemNumber)
  return (
    <Dialog
      title={t('itemHistory')}
      size="lg"
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>{tt('close')}</Button>}
    >
      <p>
        {itemNumber} {item && text(item.name)}
      </p>
      <QueryPanel query={query} what={t('itemHistory')}>
        {({ rows }) => (
          <ol className="tk-history">
            {rows.map((row) => (
              <li key={row.revision}>
                <div className="w">
                  <b>{t('revision', { n: row.revision })}</b>
                  <span>{row.by?.name}</span>
                  <time dateTime={row.at}>{format.date(row.at, 'moment')}</time>
                </div>
                <p className="h-prose">{row.answer}</p>
              </li>
            ))}
          </ol>
        )}
      </QueryPanel>
    </Dialog>
  )
}
