import { Button, Card, ConfirmDialog, DropZone, TextArea, useFormat, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useErrorText } from '../../../lib/errors.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { useUploads } from '../../../lib/upload.ts'
import { AttachedFiles } from '../../files/components/attached-files.tsx'
import { type OfficerPetition, useActOptions } from '../api.ts'
import { petitionWords } from '../words.ts'

const PAUSE_MS = 1200

/** The answers that have gone out. */
export function GivenAnswers({ petition }: { readonly petition: OfficerPetition }) {
  const t = useWords(petitionWords)
  const format = useFormat()
  const given = petition.answers.filter((answer) => answer.status !== 'draft')
  return given.map((answer) => (
    <Card
      key={answer.id}
      title={t('answer')}
      aside={<span className="h-xs h-muted">{answer.answeredAt && format.date(answer.answeredAt, 'moment')}</span>}
      padded
    >
      <p className="p-body">{answer.body}</p>
      <AttachedFiles files={petition.files.filter((file) => file.part === 'answer' && file.partId === answer.id)} />
      {answer.status === 'submitted' && <p className="h-muted h-xs">{t('answerWaits')}</p>}
    </Card>
  ))
}

const ANSWERING = new Set(['answer', 'complete'])

/** Writing the answer: saved while writing, sent once after a confirmation. */
export function AnswerEditor({ petition }: { readonly petition: OfficerPetition }) {
  if (!petition.abilities.includes('answer')) return null
  return <Editor key={petition.sequence} petition={petition} />
}

function Editor({ petition }: { readonly petition: OfficerPetition }) {
  const t = useWords(petitionWords)
  const format = useFormat()
  const errorText = useErrorText()
  const trpc = useTRPC()
  const draft = petition.answers.find((answer) => answer.status === 'draft')
  const [body, setBody] = useState(draft?.body ?? '')
  const [asking, setAsking] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const uploads = useUploads(petition.files.filter((file) => draft?.fileIds.includes(file.id)))
  const saving = useAutosave(petition.id, body, uploads.fileIds, draft?.version)
  const answer = useMutation(trpc.customer.answer.mutationOptions(useActOptions(petition.id, () => setAsking(false))))
  const then = petition.answerThen
  const first = petition.workItems.find((task) => !task.mine && !ANSWERING.has(task.action))
  const others = petition.workItems.every((task) => !ANSWERING.has(task.action)) ? first : undefined
  const send = () =>
    answer.mutate({
      petitionId: petition.id,
      version: petition.version,
      body,
      fileIds: [...uploads.fileIds],
      idempotencyKey: key,
    })
  return (
    <Card
      title={t('answer')}
      aside={
        <span className="h-xs h-muted" role="status">
          {saving.savedAt && t('answerSaved', { at: format.date(saving.savedAt, 'time') })}
        </span>
      }
      padded
    >
      <div className="p-stack">
        <TextArea
          label={t('answerBody')}
          hint={t('answerHint')}
          rows={10}
          maxLength={50_000}
          value={body}
          onChange={setBody}
          error={saving.error ? errorText(saving.error) : undefined}
        />
        <DropZone
          label={t('attach')}
          hint={t('attachHint')}
          items={uploads.items}
          onFiles={uploads.add}
          onRemove={uploads.remove}
        />
        <div className="p-acts">
          <Button
            variant="pri"
            size="lg"
            isDisabled={body.trim() === '' || uploads.busy || others !== undefined}
            onPress={() => setAsking(true)}
          >
            {t(then === null ? 'answerSend' : 'answerSubmit')}
          </Button>
          {others && <span className="h-hint">{t('answerFirst', { task: others.name })}</span>}
          {uploads.busy && <span className="h-hint">{t('uploadingWait')}</span>}
        </div>
      </div>
      <ConfirmDialog
        title={t(then === null ? 'answerConfirm' : 'answerSubmitConfirm')}
        confirmLabel={t(then === null ? 'answerSend' : 'answerSubmit')}
        isOpen={asking}
        isPending={answer.isPending}
        onConfirm={send}
        onClose={() => setAsking(false)}
      >
        <p>{then === null ? t('answerConfirmBody') : t('answerSubmitBody', { task: then })}</p>
      </ConfirmDialog>
    </Card>
  )
}

/** Saves the draft a moment after the last change, each time on top of the version it knows. */
function useAutosave(petitionId: string, body: string, fileIds: readonly string[], known: number | undefined) {
  const trpc = useTRPC()
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const version = useRef(known)
  const { mutate, error } = useMutation(
    trpc.customer.draftAnswer.mutationOptions({
      onSuccess: (saved) => {
        version.current = saved.version
        setSavedAt(saved.savedAt)
      },
    }),
  )
  const content = JSON.stringify([body, fileIds])
  const first = useRef(content)
  useEffect(() => {
    if (content === first.current) return
    const timer = setTimeout(() => {
      const [text, files]: [string, string[]] = JSON.parse(content)
      const on = version.current === undefined ? {} : { version: version.current }
      mutate({ petitionId, body: text, fileIds: files, ...on })
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [content, mutate, petitionId])
  return { savedAt, error }
}
