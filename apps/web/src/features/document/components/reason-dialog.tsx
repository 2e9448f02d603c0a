import { Button, Dialog, TextArea, useWords } from '@harmony/ui'
import { type ReactNode, useState } from 'react'
import { documentWords } from '../words.ts'

interface ReasonDialogProps {
  readonly title: string
  readonly lead: string
  readonly isPending: boolean
  /** False while something above the reason is missing. */
  readonly ready?: boolean
  readonly optional?: boolean
  readonly size?: 'md' | 'lg'
  readonly children?: ReactNode
  readonly onSubmit: (reason: string) => void
  readonly onClose: () => void
}

/** The frame of an act that is kept with its reason: what will happen, its own fields, the reason, one press. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, lead, isPending, ready = true, optional = false, size = 'md', children, onSubmit, onClose } = props
  const d = useWords(documentWords)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const missing = !optional && reason.trim() === ''
  return (
    <Dialog
      title={title}
      size={size}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            {d('cancel')}
          </Button>
          <Button
            variant="pri"
            isPending={isPending}
            onPress={() => {
              setTried(true)
              if (ready && !missing && !isPending) onSubmit(reason.trim())
            }}
          >
            {title}
          </Button>
        </>
      }
    >
      <p>{lead}</p>
      <div className="dc-form">
        {children}
        <TextArea
          label={d('reason')}
          optional={optional}
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={setReason}
          error={tried && missing ? d('required') : undefined}
        />
      </div>
    </Dialog>
  )
}
