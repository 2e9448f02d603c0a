import { Button, Dialog, Note, notify, TextArea, useLocale, useWords } from '@harmony/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { failureText, useErrorText } from '../../../lib/errors.ts'
import { type ApiOutputs, useTRPC } from '../../../lib/trpc.tsx'
import type { InboxRow } from '../api.ts'
import { inboxWords } from '../inbox-words.ts'
import { sortForApproval } from '../lib/inbox-filter.ts'
import { documentWords } from '../words.ts'

interface BulkBarProps {
  /** The selected rows. */
  readonly rows: readonly InboxRow[]
  readonly onDone: () => void
}

type Result = ApiOutputs['document']['processMany']['results'][number]

/** What is selected, and approving it together. */
export function BulkBar({ rows, onDone }: BulkBarProps) {
  const t = useWords(inboxWords)
  const [asking, setAsking] = useState(false)
  if (rows.length === 0 && !asking) return null
  return (
    <div className="dc-bulk" role="status">
      <b>{t('picked', { n: rows.length })}</b>
      <Button size="sm" onPress={onDone}>
        {t('clearPicked')}
      </Button>
      <Button size="sm" variant="pri" icon="stamp" onPress={() => setAsking(true)}>
        {t('approveMany')}
      </Button>
      {asking && (
        <BulkDialog
          rows={rows}
          onClose={(done) => {
            setAsking(false)
            if (done) onDone()
          }}
        />
      )}
    </div>
  )
}

interface BulkDialogProps {
  readonly rows: readonly InboxRow[]
  readonly onClose: (done: boolean) => void
}

/** Says what will be done and what is left out before it is pressed, and afterwards what came of each. */
function BulkDialog({ rows, onClose }: BulkDialogProps) {
  const t = useWords(inboxWords)
  const d = useWords(documentWords)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const [locale] = useLocale()
  const [opinion, setOpinion] = useState('')
  const [key] = useState(() => crypto.randomUUID())
  const [shown] = useState(rows)
  const [skipped, setSkipped] = useState<readonly Result[] | null>(null)
  const { taken, graded, notMine } = sortForApproval(shown)
  const act = useMutation(
    trpc.document.processMany.mutationOptions({
      onSuccess: async ({ results }) => {
        const left = results.filter((one) => one.outcome === 'skipped')
        notify.done(t('resultDone', { n: results.length - left.length }))
        await queryClient.invalidateQueries({ queryKey: trpc.document.pathKey() })
        if (left.length === 0) onClose(true)
        else setSkipped(left)
      },
      onError: (error) => notify.failed(errorText(error)),
    }),
  )
  if (skipped) {
    return (
      <Dialog title={t('resultSkipped', { n: skipped.length })} isOpen onClose={() => onClose(true)}>
        <ul className="dc-plain" aria-label={t('skipped')}>
          {skipped.map((one) => (
            <li key={one.documentId}>
              <span>
                <b>{shown.find((row) => row.id === one.documentId)?.title}</b>
                <small>{one.code && failureText({ code: one.code, field: null, params: one.params }, locale)}</small>
              </span>
            </li>
          ))}
        </ul>
      </Dialog>
    )
  }
  return (
    <Dialog
      title={t('approveTitle', { n: taken.length })}
      isOpen
      onClose={() => onClose(false)}
      actions={
        <>
          <Button onPress={() => onClose(false)} isDisabled={act.isPending}>
            {d('cancel')}
          </Button>
          <Button
            variant="pri"
            isPending={act.isPending}
            isDisabled={taken.length === 0}
            onPress={() =>
              act.mutate({
                documents: taken.map((row) => ({ documentId: row.id, routeVersion: row.routeVersion })),
                opinion: opinion.trim(),
                idempotencyKey: key,
              })
            }
          >
            {t('approveMany')}
          </Button>
        </>
      }
    >
      <p>{taken.length > 0 ? t('approveLead', { n: taken.length }) : t('nothingLeft')}</p>
      {graded.length > 0 && <Note tone="amber">{t('skipGrade', { n: graded.length })}</Note>}
      {notMine.length > 0 && <Note tone="amber">{t('skipTurn', { n: notMine.length })}</Note>}
      <ul className="dc-plain">
        {taken.map((row) => (
          <li key={row.id}>
            <span>
              {row.title}
              <small className="h-muted">{row.step && d(`role-${row.step.role}`)}</small>
            </span>
          </li>
        ))}
      </ul>
      <TextArea label={t('opinion')} optional rows={2} maxLength={4000} value={opinion} onChange={setOpinion} />
    </Dialog>
  )
}
