import { Button, Dialog, TextArea, useWords } from '@harmony/ui'
import { type ReactNode, useState } from 'react'
import { dispatchWords } from '../words.ts'

interface ActDialogProps {
  readonly title: string
  /** What will happen, in full sentences. */
  readonly lead: string
  readonly isPending: boolean
  readonly danger?: boolean
  /** The label of the text: required, optional, or none at all. */
  readonly words?: { readonly label: string; readonly optional?: boolean }
  /** False while a choice above is missing; the fields are told through `onTry`. */
  readonly ready?: boolean
  readonly onTry?: () => void
  readonly children?: ReactNode
  readonly onClose: () => void
  readonly onSubmit: (words: string) => void
}

/** The frame of an act: what will happen, its own fields, a reason or note; cannot be pressed twice. */
export function ActDialog(props: ActDialogProps) {
  const { title, lead, isPending, danger = false, words, ready = true, onTry, children, onClose, onSubmit } = props
  const d = useWords(dispatchWords)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const missing = words !== undefined && !words.optional && text.trim() === ''
  const submit = () => {
    setTried(true)
    onTry?.()
    if (ready && !missing && !isPending) onSubmit(text.trim())
  }
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            {d('cancel')}
          </Button>
          <Button variant={danger ? 'danger' : 'pri'} isPending={isPending} onPress={submit}>
            {title}
          </Button>
        </>
      }
    >
      <p>{lead}</p>
      <div className="ds-form">
        {children}
        {words && (
          <TextArea
            label={words.label}
            optional={words.optional ?? false}
            rows={3}
            maxLength={words.optional ? 2000 : 1000}
            value={text}
            onChange={setText}
            error={tried && missing ? d('required') : undefined}
          />
        )}
      </div>
    </Dialog>
  )
}
