import { Button, Dialog, TextArea, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { Directive } from '../api.ts'
import { directiveWords } from '../directive-words.ts'
import { useActOptions } from '../lib/use-acts.ts'
import { documentWords } from '../words.ts'

export type DirectiveAct = 'report' | 'close' | 'send-back'

interface DirectiveDialogProps {
  readonly directive: Directive
  readonly act: DirectiveAct
  readonly onClose: () => void
}

const WORDS = {
  report: { title: 'report', lead: 'reportLead', field: 'reportText', done: 'reported' },
  close: { title: 'close', lead: 'closeLead', field: 'comment', done: 'closed' },
  'send-back': { title: 'sendBack', lead: 'sendBackLead', field: 'comment', done: 'sentBack' },
} as const

/** Reporting a directive as done, taking it as done, or sending it back with what is missing. */
export function DirectiveDialog({ directive, act, onClose }: DirectiveDialogProps) {
  const t = useWords(directiveWords)
  const d = useWords(documentWords)
  const trpc = useTRPC()
  const words = WORDS[act]
  const [written, setWritten] = useState('')
  const [tried, setTried] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const options = useActOptions(directive.documentId, t(words.done), onClose)
  const report = useMutation(trpc.document.reportDirective.mutationOptions(options))
  const close = useMutation(trpc.document.closeDirective.mutationOptions(options))
  const missing = act !== 'close' && written.trim() === ''
  const isPending = report.isPending || close.isPending
  const send = () => {
    setTried(true)
    if (missing || isPending) return
    const target = { directiveId: directive.id, version: directive.version, idempotencyKey: key }
    if (act === 'report') report.mutate({ ...target, report: written.trim() })
    else close.mutate({ ...target, accept: act === 'close', comment: written.trim() })
  }
  return (
    <Dialog
      title={t(words.title)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            {d('cancel')}
          </Button>
          <Button variant="pri" isPending={isPending} onPress={send}>
            {t(words.title)}
          </Button>
        </>
      }
    >
      <p className="h-prose">{directive.text}</p>
      <p className="h-muted">{t(words.lead)}</p>
      <TextArea
        label={t(words.field)}
        optional={act === 'close'}
        rows={5}
        maxLength={4000}
        value={written}
        onChange={setWritten}
        error={tried && missing ? t('needed') : undefined}
      />
    </Dialog>
  )
}
