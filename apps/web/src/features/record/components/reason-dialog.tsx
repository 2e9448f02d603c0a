import { Button, Dialog, TextArea, useWords } from '@harmony/ui'
import { useState } from 'react'
import { recordWords } from '../words.ts'

interface ReasonDialogProps {
  /** The act, which is also the button's verb. */
  readonly title: string
  /** What will happen, in a full sentence. */
  readonly lead: string
  readonly label?: string
  readonly maxLength?: number
  readonly danger?: boolean
  readonly isPending: boolean
  readonly onClose: () => void
  readonly onSubmit: (reason: string) => void
}

/** Asks for the words an act needs: a reason, a result, an opinion. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, lead, label, maxLength = 1000, danger = false, isPending, onClose, onSubmit } = props
  const t = useWords(recordWords)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const missing = words.trim() === ''
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
              if (!missing) onSubmit(words.trim())
            }}
          >
            {title}
          </Button>
        </>
      }
    >
      <p>{lead}</p>
      <TextArea
        label={label ?? t('reason')}
        rows={5}
        maxLength={maxLength}
        value={words}
        onChange={setWords}
        error={tried && missing ? t('required') : undefined}
      />
    </Dialog>
  )
}
