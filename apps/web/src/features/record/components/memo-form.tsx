import { Button, Dialog, DropZone, Select, TextArea, TextField, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { useUploads } from '../../../lib/upload.ts'
import { type PersonLine, type Scope, scopeOptions, type TaskLine, useRecordAct } from '../api.ts'
import { memoWords } from '../memo-words.ts'
import { recordWords } from '../words.ts'
import { PeopleField } from './people-field.tsx'
import { TaskField } from './task-field.tsx'

/** A new memo report; once sent it opens. */
export function MemoForm({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(memoWords)
  const tr = useWords(recordWords)
  const trpc = useTRPC()
  const agency = useAgency()
  const { history } = useRouter()
  const uploads = useUploads()
  const [title, setTitle] = useState('')
  const [body, setBody] = useState('')
  const [reader, setReader] = useState<readonly PersonLine[]>([])
  const [copies, setCopies] = useState<readonly PersonLine[]>([])
  const [tasks, setTasks] = useState<readonly TaskLine[]>([])
  const [scope, setScope] = useState<Scope>('participants')
  const [tried, setTried] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const act = useRecordAct(onClose)
  const send = useMutation(
    trpc.record.sendMemo.mutationOptions({
      ...act,
      onSuccess: async ({ memoId }) => {
        await act.onSuccess()
        history.push(paths.memo(agency, memoId))
      },
    }),
  )
  const missing = (words: string) => (tried && words.trim() === '' ? tr('required') : undefined)
  const submit = () => {
    setTried(true)
    const readerId = reader[0]?.id
    if (title.trim() === '' || body.trim() === '' || readerId === undefined || uploads.busy) return
    send.mutate({
      title: title.trim(),
      body: body.trim(),
      readerId,
      copyIds: copies.map((one) => one.id),
      taskCardIds: tasks.map((one) => one.id),
      fileIds: [...uploads.fileIds],
      scope,
      idempotencyKey: key,
    })
  }
  return (
    <Dialog
      title={t('write')}
      size="lg"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} isDisabled={send.isPending}>
            {tr('cancel')}
          </Button>
          <Button variant="pri" icon="send" isPending={send.isPending} isDisabled={uploads.busy} onPress={submit}>
            {t('send')}
          </Button>
        </>
      }
    >
      <div className="r-form">
        <TextField label={t('name')} maxLength={200} value={title} onChange={setTitle} error={missing(title)} />
        <PeopleField
          label={t('reader')}
          single
          value={reader}
          onChange={setReader}
          error={tried && reader.length === 0 ? tr('required') : undefined}
        />
        <TextArea label={t('body')} rows={7} maxLength={8000} value={body} onChange={setBody} error={missing(body)} />
        <PeopleField label={t('copies')} value={copies} onChange={setCopies} />
        <TaskField value={tasks} onChange={setTasks} />
        <DropZone
          label={t('files')}
          hint={t('filesHint')}
          items={uploads.items}
          onFiles={uploads.add}
          onRemove={uploads.remove}
        />
        <Select label={tr('scope')} value={scope} onChange={setScope} options={scopeOptions(tr)} />
      </div>
    </Dialog>
  )
}
