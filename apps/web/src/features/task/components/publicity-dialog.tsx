import { PUBLICITY_CHANNELS, type TaskPublicityView } from '@harmony/core/work/schemas'
import { Button, DateField, Dialog, DropZone, Select, TextArea, TextField, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useErrorText } from '../../../lib/errors.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { useUploads } from '../../../lib/upload.ts'
import { useActOptions } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { readCount } from '../lib/read-count.ts'
import { taskWords } from '../words.ts'
import { Refusal } from './refusal.tsx'

export type PublicityRow = TaskPublicityView['rows'][number]

interface PublicityDialogProps {
  readonly cardId: string
  readonly today: string
  readonly row: PublicityRow | undefined
  readonly onClose: () => void
}

/** A line of publicity, planned or done. */
export function PublicityDialog({ cardId, today, row, onClose }: PublicityDialogProps) {
  const t = useWords(cardWords)
  const tt = useWords(taskWords)
  const trpc = useTRPC()
  const errorText = useErrorText()
  const [title, setTitle] = useState(row?.title ?? '')
  const [channel, setChannel] = useState(row?.channel ?? null)
  const [target, setTarget] = useState(row?.target ?? '')
  const [planned, setPlanned] = useState(row?.plannedDate ?? today)
  const [done, setDone] = useState(row?.doneDate ?? '')
  const [result, setResult] = useState(row?.result ?? '')
  const [reach, setReach] = useState(row?.reach === null || row === undefined ? '' : String(row.reach))
  const uploads = useUploads(row?.files ?? [])
  const [tried, setTried] = useState(false)
  const act = useMutation(trpc.task.savePublicity.mutationOptions(useActOptions(t('saved'), onClose)))
  const count = readCount(reach)
  const early = done === '' && (result.trim() !== '' || reach.trim() !== '')
  const submit = () => {
    setTried(true)
    if (title.trim() === '' || channel === null || planned === '' || count === undefined || early || uploads.busy)
      return
    act.mutate({
      taskCardId: cardId,
      ...(row ? { publicityId: row.id, version: row.version } : {}),
      title: title.trim(),
      channel,
      target: target.trim(),
      plannedDate: planned,
      doneDate: done || null,
      result: result.trim(),
      reach: count,
      fileIds: [...uploads.fileIds],
    })
  }
  const needed = (empty: boolean) => (tried && empty ? tt('required') : undefined)
  return (
    <Dialog
      title={t(row ? 'editPublicity' : 'addPublicity')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} isDisabled={act.isPending}>
            {tt('cancel')}
          </Button>
          <Button variant="pri" isPending={act.isPending} onPress={submit}>
            {tt('save')}
          </Button>
        </>
      }
    >
      <div className="tk-form">
        <TextField
          label={t('pubTitle')}
          maxLength={200}
          value={title}
          onChange={setTitle}
          error={needed(title.trim() === '')}
        />
        <div className="tk-pair">
          <Select
            label={t('channel')}
            value={channel}
            onChange={setChannel}
            options={PUBLICITY_CHANNELS.map((id) => ({ id, label: t(`ch-${id}`) }))}
            error={needed(channel === null)}
          />
          <TextField label={t('target')} optional maxLength={200} value={target} onChange={setTarget} />
          <DateField label={t('planned')} value={planned} onChange={setPlanned} error={needed(planned === '')} />
          <DateField
            label={t('doneDate')}
            value={done}
            max={today}
            onChange={setDone}
            error={tried && early ? t('resultNeedsDate') : undefined}
          />
        </div>
        <TextField
          label={t('reach')}
          optional
          hint={t('reachHint')}
          inputMode="numeric"
          value={reach}
          onChange={setReach}
          error={count === undefined ? t('number') : undefined}
        />
        <TextArea label={t('resultText')} optional rows={3} maxLength={2000} value={result} onChange={setResult} />
        <DropZone
          label={t('files')}
          hint={t('filesHint')}
          items={uploads.items}
          onFiles={uploads.add}
          onRemove={uploads.remove}
        />
        {act.error && <Refusal>{errorText(act.error)}</Refusal>}
      </div>
    </Dialog>
  )
}
