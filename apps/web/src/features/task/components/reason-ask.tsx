import { Button, Dialog, TextArea, useWords } from '@harmony/ui'
import { type ReactNode, useState } from 'react'
import { taskWords } from '../words.ts'

export interface ReasonAskProps {
  readonly title: string
  /** What will happen, in a full sentence. */
  readonly lead: ReactNode
  /** The verb on the button; the title when left out. */
  readonly verb?: string
  readonly isPending: boolean
  readonly danger?: boolean
  readonly reasonOptional?: boolean
  /** No reason is asked for at all. */
  readonly withoutReason?: boolean
  /** False while something above the reason is missing. */
  readonly ready?: boolean
  readonly children?: ReactNode
  readonly onClose: () => void
  readonly onSubmit: (reason: string) => void
}

/** The frame of an act on a task: what will happen, its own fields, the reason; cannot be pressed twice. */
export function ReasonAsk(props: ReasonAskProps) {
  const { title, lead, verb, isPending, danger = false, reasonOptional = false, withoutReason = false } = props
  const { ready = true, children, onClose, onSubmit } = props
  const t = useWords(taskWords)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const missing = !withoutReason && !reasonOptional && reason.trim() === ''
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            {t('cancel')}
          </Button>
          <Button
            variant={danger ? 'danger' : 'pri'}
            isPending={isPending}
            onPress={() => {
              setTried(true)
              if (ready && !missing) onSubmit(reason.trim())
            }}
          >
            {verb ?? title}
          </Button>
        </>
      }
    >
      <p>{lead}</p>
      <div className="tk-form">
        {children}
        {!withoutReason && (
          <TextArea
            label={t('reason')}
            optional={reasonOptional}
            rows={3}
            maxLength={1000}
            value={reason}
            onChange={setReason}
            error={tried && missing ? t('required') : undefined}
          />
        )}
      </div>
    </Dialog>
  )
}
