import { Button, ConfirmDialog, Dialog, Menu, notify, TextArea, useWords } from '@harmony/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { paths } from '../../../lib/paths.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { DocumentCard } from '../api.ts'
import { draftWords } from '../draft-words.ts'
import type { DraftForm } from '../lib/draft-form.ts'
import { documentWords } from '../words.ts'
import { useRowName } from './route-row.tsx'

interface DraftActsProps {
  readonly card: DocumentCard
  readonly form: DraftForm
  /** Files are still on their way. */
  readonly busy: boolean
  readonly ready: boolean
  /** A submission was tried: mark what is missing. */
  readonly onTry: () => void
  readonly flush: () => Promise<number | null>
}

/** 상신 with what will happen; keeping a version; discarding the draft. */
export function DraftActs({ card, form, busy, ready, onTry, flush }: DraftActsProps) {
  const t = useWords(draftWords)
  const trpc = useTRPC()
  const agency = useAgency()
  const { history } = useRouter()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const [asked, setAsked] = useState<'send' | 'discard' | null>(null)
  const onError = (error: unknown) => notify.failed(errorText(error))
  const keep = useMutation(
    trpc.document.save.mutationOptions({ onSuccess: () => notify.done(t('versionKept')), onError }),
  )
  const discard = useMutation(
    trpc.document.discard.mutationOptions({
      onSuccess: async () => {
        notify.done(t('discarded'))
        history.push(paths.inbox(agency, { box: 'drafts' }))
        await queryClient.invalidateQueries({ queryKey: trpc.document.pathKey() })
      },
      onError,
    }),
  )
  const onSend = () => {
    onTry()
    if (ready) setAsked('send')
    else requestAnimationFrame(() => document.querySelector<HTMLElement>('.h-summary')?.focus())
  }
  const again = card.round > 0 || card.state !== 'draft'
  return (
    <>
      <Menu
        label={t('moreActs')}
        trigger={<Button icon="more">{t('moreActs')}</Button>}
        entries={[
          {
            id: 'keep',
            label: t('keepVersion'),
            icon: 'layers',
            onAction: () =>
              void flush().then((version) => {
                if (version !== null) keep.mutate({ documentId: card.id, version, keepVersion: true })
              }),
          },
          ...(card.abilities.includes('discard')
            ? [
                {
                  id: 'discard',
                  label: t('discard'),
                  icon: 'trash' as const,
                  danger: true,
                  onAction: () => setAsked('discard'),
                },
              ]
            : []),
        ]}
      />
      <Button variant="pri" icon="send" isDisabled={busy} onPress={onSend}>
        {t(again ? 'sendAgain' : 'send')}
      </Button>
      {busy && <span className="h-hint">{t('filesWait')}</span>}
      {asked === 'send' && (
        <SendDialog card={card} form={form} again={again} flush={flush} onClose={() => setAsked(null)} />
      )}
      <ConfirmDialog
        title={t('discardTitle')}
        confirmLabel={t('discard')}
        danger
        isOpen={asked === 'discard'}
        isPending={discard.isPending}
        onConfirm={() => discard.mutate({ documentId: card.id })}
        onClose={() => setAsked(null)}
      >
        <p>{t('discardLead')}</p>
      </ConfirmDialog>
    </>
  )
}

interface SendDialogProps extends Pick<DraftActsProps, 'card' | 'form' | 'flush'> {
  readonly again: boolean
  readonly onClose: () => void
}

/** Names who is asked first and whom it passes; from the second time on asks what has changed. */
function SendDialog({ card, form, again, flush, onClose }: SendDialogProps) {
  const t = useWords(draftWords)
  const d = useWords(documentWords)
  const nameOf = useRowName()
  const trpc = useTRPC()
  const agency = useAgency()
  const { history } = useRouter()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const [waiting, setWaiting] = useState(false)
  const submit = useMutation(
    trpc.document.submit.mutationOptions({
      onSuccess: async () => {
        notify.done(t('sent'))
        onClose()
        await queryClient.invalidateQueries({ queryKey: trpc.document.pathKey() })
        history.replace(paths.document(agency, card.id))
      },
      onError: (error) => notify.failed(errorText(error)),
      onSettled: () => setWaiting(false),
    }),
  )
  const missing = again && note.trim() === ''
  const send = async () => {
    setTried(true)
    if (missing || waiting) return
    setWaiting(true)
    const version = await flush()
    if (version === null) {
      setWaiting(false)
      notify.failed(t('saveFailed'))
      return
    }
    submit.mutate({ documentId: card.id, version, changeNote: note.trim(), idempotencyKey: key })
  }
  const [first] = form.route
  return (
    <Dialog
      title={t('sendTitle')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} isDisabled={waiting}>
            {d('cancel')}
          </Button>
          <Button variant="pri" isPending={waiting} onPress={() => void send()}>
            {t(again ? 'sendAgain' : 'send')}
          </Button>
        </>
      }
    >
      {first && <p>{t('sendLead', { name: nameOf(first), role: d(`role-${first.role}`) })}</p>}
      <ol className="dc-chain" aria-label={t('sendSteps')}>
        {form.route.map((row) => (
          <li key={row.key}>
            <b>{nameOf(row)}</b>{' '}
            <span className="h-muted">
              {d(`role-${row.role}`)}
              {row.delegated && ` · ${d('delegated')}`}
            </span>
          </li>
        ))}
      </ol>
      {again && (
        <TextArea
          label={t('changeNote')}
          hint={t('changeNoteHint')}
          rows={3}
          maxLength={1000}
          value={note}
          onChange={setNote}
          error={tried && missing ? d('required') : undefined}
        />
      )}
    </Dialog>
  )
}
