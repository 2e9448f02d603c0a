import { Button, IconButton, TextArea, useFormat, useText, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import { useActOptions } from '../api.ts'
import { dotted } from '../lib/days.ts'
import { qualityWords } from '../quality-words.ts'
import { AnswersDialog } from './answers-dialog.tsx'
import type { QualityItem, QualityStage } from './quality-types.ts'

export interface ChecklistProps {
  readonly stage: QualityStage
  readonly canAnswer: boolean
  readonly onFinish?: () => void
  readonly onReopen?: () => void
}

/** 품질관리매뉴얼 | 추진내용: the manual's questions on the left, what was done on the right, item by item. */
export function Checklist({ stage, canAnswer, onFinish, onReopen }: ChecklistProps) {
  const t = useWords(qualityWords)
  const text = useText()
  const [history, setHistory] = useState<string>()
  return (
    <>
      <table className="tk-check">
        <caption className="h-sr">
          {text(stage.name)} {t('stages')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('manual')}</th>
            <th scope="col">{t('content')}</th>
          </tr>
        </thead>
        <tbody>
          {stage.items.map((item) =>
            item.heading ? (
              <tr key={item.number} data-heading data-level={item.number.split('.').length}>
                <th scope="colgroup" colSpan={2}>
                  {item.number} {text(item.name)}
                </th>
              </tr>
            ) : (
              <Item
                key={item.number}
                stageId={stage.id}
                item={item}
                canAnswer={canAnswer}
                onHistory={() => setHistory(item.number)}
              />
            ),
          )}
        </tbody>
      </table>
      <div className="tk-foot">
        <span>{t('progress', { n: stage.answered, all: stage.asked })}</span>
        {stage.completedDate !== null && <b>{t('finishedOn', { date: dotted(stage.completedDate) })}</b>}
        <span className="r h-row">
          {onReopen && (
            <Button size="sm" onPress={onReopen}>
              {t('reopen')}
            </Button>
          )}
          {onFinish && (
            <Button size="sm" variant="pri" isDisabled={stage.answered < stage.asked} onPress={onFinish}>
              {t('finish')}
            </Button>
          )}
        </span>
      </div>
      {history && <AnswersDialog stage={stage} itemNumber={history} onClose={() => setHistory(undefined)} />}
    </>
  )
}

interface ItemProps {
  readonly stageId: string
  readonly item: QualityItem
  readonly canAnswer: boolean
  readonly onHistory: () => void
}

/** One question with its answer; writing keeps the revision it began from, so nobody is overwritten. */
function Item({ stageId, item, canAnswer, onHistory }: ItemProps) {
  const t = useWords(qualityWords)
  const text = useText()
  const format = useFormat()
  const trpc = useTRPC()
  const [draft, setDraft] = useState<{ readonly text: string; readonly revision: number }>()
  const { answer, number } = item
  const act = useMutation(
    trpc.task.answerQualityItem.mutationOptions(useActOptions(t('saved'), () => setDraft(undefined))),
  )
  const newest = answer?.revision ?? 0
  // Once the newest answer stands above the draft, saving follows on it: it is seen, not overwritten unseen.
  const conflict = draft !== undefined && !act.isPending && newest !== draft.revision
  const save = () => {
    if (draft === undefined || draft.text.trim() === '') return
    const revision = conflict ? newest : draft.revision
    setDraft({ ...draft, revision })
    act.mutate({ stageId, itemNumber: number, answer: draft.text.trim(), revision })
  }
  return (
    <tr>
      <th scope="row">
        {number} {text(item.name)}
      </th>
      <td>
        {(draft === undefined || conflict) &&
          (answer === null ? (
            <p className="h-muted h-xs">{t('none')}</p>
          ) : (
            <>
              <p className="h-prose">{answer.text}</p>
              <small>{t('by', { who: answer.by?.name ?? '—', when: format.date(answer.at, 'moment') })}</small>
            </>
          ))}
        {draft === undefined ? (
          <span className="acts">
            {canAnswer && (
              <Button
                size="sm"
                variant="txt"
                aria-label={t(answer === null ? 'writeOf' : 'editOf', { number })}
                onPress={() => setDraft({ text: answer?.text ?? '', revision: newest })}
              >
                {t(answer === null ? 'write' : 'edit')}
              </Button>
            )}
            {answer !== null && <IconButton icon="clock" label={t('itemHistoryOf', { number })} onPress={onHistory} />}
          </span>
        ) : (
          <div className="tk-form">
            {conflict && (
              <p className="h-error" role="alert">
                {t('conflict')} {t('keepText')}
              </p>
            )}
            <TextArea
              label={t('writeOf', { number })}
              hideLabel
              rows={4}
              maxLength={5000}
              autoFocus
              value={draft.text}
              onChange={(next) => setDraft({ ...draft, text: next })}
            />
            <div className="h-row">
              <Button size="sm" onPress={() => setDraft(undefined)} isDisabled={act.isPending}>
                {t('cancel')}
              </Button>
              <Button
                size="sm"
                variant="pri"
                isPending={act.isPending}
                isDisabled={draft.text.trim() === ''}
                onPress={save}
              >
                {t('save')}
              </Button>
            </div>
          </div>
        )}
      </td>
    </tr>
  )
}
