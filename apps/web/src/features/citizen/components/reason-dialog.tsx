import { Button, Dialog, TextArea, useWords } from '@harmony/ui'
import { useState } from 'react'
import { citizenWords } from '../words.ts'

interface ReasonDialogProps {
  readonly title: string
  /** What will happen. */
  readonly lead: string
  readonly verb: string
  readonly isOpen: boolean
  readonly isPending: boolean
  readonly danger?: boolean
  readonly error: string | null
  readonly onClose: () => void
  readonly onSubmit: (reason: string) => void
}

/** Asks for the reason of an act and names what will happen. */
export function ReasonDialog({
  title,
  lead,
  verb,
  isOpen,
  isPending,
  danger,
  error,
  onClose,
  onSubmit,
}: ReasonDialogProps) {
  const t = useWords(citizenWords)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            {t('back')}
          </Button>
          <Button
            variant={danger ? 'danger' : 'pri'}
            isPending={isPending}
            onPress={() => {
              setTried(true)
              if (reason.trim() !== '') onSubmit(reason.trim())
            }}
          >
            {verb}
          </Button>
        </>
      }
    >
      <p>{lead}</p>
      <TextArea
        label={t('reason')}
        rows={4}
        maxLength={1000}
        value={reason}
        onChange={setReason}
        error={error ?? (tried && reason.trim() === '' ? t('required') : undefined)}
      />
    </Dialog>
  )
}
