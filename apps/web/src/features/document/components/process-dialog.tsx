import { Button, Dialog, Note, RadioGroup, TextArea, useWords } from '@harmony/ui'
import { type KeyboardEvent, useState } from 'react'
import type { DocumentCard, RouteStep } from '../api.ts'
import { cardWords } from '../card-words.ts'
import {
  approves,
  type Directive,
  missingOf,
  NEW_PROCESSING,
  nextPeople,
  type Processing,
  processInput,
} from '../lib/processing.ts'
import { useProcess } from '../lib/use-acts.ts'
import { documentWords } from '../words.ts'
import { DirectiveFields } from './directive-fields.tsx'
import { GradeField, useGradePoints } from './grade-field.tsx'

interface ProcessDialogProps {
  readonly card: DocumentCard
  readonly step: RouteStep
  readonly onClose: () => void
}

/** 문서처리: 처리구분, 지시구분, 지시내용, opinion and grade; says what will happen; Ctrl+Enter; sent once. */
export function ProcessDialog({ card, step, onClose }: ProcessDialogProps) {
  const t = useWords(cardWords)
  const d = useWords(documentWords)
  const [processing, setProcessing] = useState<Processing>(NEW_PROCESSING)
  const [tried, setTried] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  // What was seen when the dialog opened: a route changed since then is refused, not silently approved.
  const [routeVersion] = useState(card.routeVersion)
  const act = useProcess(card.id, onClose)
  const set = (change: Partial<Processing>) => setProcessing((all) => ({ ...all, ...change }))
  const missing = missingOf(processing, step, card.needsGrade)
  const ends = approves(step, processing)
  const send = () => {
    setTried(true)
    if (act.isPending || missing.directive || missing.grade) return
    act.mutate({
      documentId: card.id,
      routeVersion,
      ...processInput(processing, card.needsGrade && ends),
      idempotencyKey: key,
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  const direct = processing.actionType === 'direct'
  return (
    <Dialog
      title={t('process')}
      size="lg"
      isOpen
      onClose={onClose}
      actions={
        <>
          <span className="h-hint dc-keys">{t('submitKeys')}</span>
          <Button onPress={onClose} isDisabled={act.isPending}>
            {d('cancel')}
          </Button>
          <Button variant="pri" isPending={act.isPending} onPress={send}>
            {t('submit')} · {d(direct ? `directive-${processing.directive}` : 'ask-report')}
          </Button>
        </>
      }
    >
      <div className="dc-form" onKeyDownCapture={onKeyDown}>
        <p className="dc-subject">
          <span className="h-muted">{d('title')}</span> <b>{card.title}</b>
        </p>
        {card.routeVersion !== routeVersion && <Note tone="amber">{t('routeMoved')}</Note>}
        <RadioGroup
          label={t('actionType')}
          look="cards"
          value={processing.actionType}
          onChange={(actionType) => set({ actionType })}
          options={[
            { id: 'report', label: d('ask-report'), hint: t(step.final ? 'reportFinalHint' : 'reportHint') },
            { id: 'direct', label: d('ask-direct'), hint: t('directHint') },
          ]}
        />
        {direct && (
          <>
            <RadioGroup<Directive>
              label={t('directive')}
              look="cards"
              value={processing.directive}
              onChange={(directive) => set({ directive })}
              options={[
                {
                  id: 'execute',
                  label: d('directive-execute'),
                  hint: t(step.final ? 'executeFinalHint' : 'executeHint'),
                },
                { id: 'revise', label: d('directive-revise'), hint: t('reviseHint') },
                { id: 'hold', label: d('directive-hold'), hint: t('holdHint') },
                { id: 'stop', label: d('directive-stop'), hint: t('stopHint') },
              ]}
            />
            <DirectiveFields
              value={processing.directives}
              onChange={(directives) => set({ directives })}
              tracked={processing.directive === 'execute'}
              drafter={card.drafter.name}
              error={tried && missing.directive ? t('directiveNeeded') : undefined}
            />
          </>
        )}
        <TextArea
          label={t(step.final ? 'opinionFinal' : 'opinion')}
          optional
          rows={direct ? 2 : 4}
          maxLength={4000}
          value={processing.opinion}
          onChange={(opinion) => set({ opinion })}
        />
        {card.needsGrade && ends && (
          <GradeField
            value={processing.grade}
            onChange={(grade) => set({ grade })}
            error={tried && missing.grade ? t('gradeNeeded') : undefined}
          />
        )}
        <Consequences card={card} step={step} processing={processing} />
      </div>
    </Dialog>
  )
}

/** What will happen, in sentences, before the button is pressed. */
function Consequences({
  card,
  step,
  processing,
}: Omit<ProcessDialogProps, 'onClose'> & { readonly processing: Processing }) {
  const t = useWords(cardWords)
  const points = useGradePoints()
  const lines: string[] = []
  const direct = processing.actionType === 'direct'
  if (approves(step, processing)) {
    lines.push(t('willApprove'))
    if (card.kind.dispatched && (card.dispatch?.receivers.length ?? 0) > 0) lines.push(t('willDispatch'))
    const { grade } = processing
    if (card.needsGrade && grade) lines.push(t('willGrade', { grade, points: points?.[grade] ?? '—' }))
  } else if (direct && processing.directive === 'revise') lines.push(t('willRevise', { name: card.drafter.name }))
  else if (direct && processing.directive === 'hold') lines.push(t('willHold'))
  else if (direct && processing.directive === 'stop') lines.push(t('willStop'))
  else {
    const { names, together } = nextPeople(card, step)
    if (names.length > 0) lines.push(t(together ? 'willTogether' : 'willNext', { name: names.join(', ') }))
  }
  return (
    <div className="dc-will" role="status">
      <b>{t('will')}</b>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  )
}
