import { TARGET_GROUP_KINDS, type TaskCustomersView } from '@harmony/core/work/schemas'
import { Button, Dialog, Select, TextArea, TextField, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useErrorText } from '../../../lib/errors.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { useActOptions } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { readCount } from '../lib/read-count.ts'
import { taskWords } from '../words.ts'
import { Refusal } from './refusal.tsx'

export type TargetGroup = TaskCustomersView['groups'][number]

interface GroupDialogProps {
  readonly cardId: string
  readonly group: TargetGroup | undefined
  readonly onClose: () => void
}

/** A group of customers that the task serves. */
export function GroupDialog({ cardId, group, onClose }: GroupDialogProps) {
  const t = useWords(cardWords)
  const tt = useWords(taskWords)
  const trpc = useTRPC()
  const errorText = useErrorText()
  const [name, setName] = useState(group?.name ?? '')
  const [kind, setKind] = useState<TargetGroup['kind']>(group?.kind ?? 'general')
  const [size, setSize] = useState(group === undefined || group.size === null ? '' : String(group.size))
  const [description, setDescription] = useState(group?.description ?? '')
  const [tried, setTried] = useState(false)
  const act = useMutation(trpc.task.saveTargetGroup.mutationOptions(useActOptions(t('saved'), onClose)))
  const count = readCount(size)
  const submit = () => {
    setTried(true)
    if (name.trim() === '' || count === undefined) return
    act.mutate({
      taskCardId: cardId,
      ...(group ? { groupId: group.id, version: group.version } : {}),
      name: name.trim(),
      kind,
      description: description.trim(),
      size: count,
    })
  }
  return (
    <Dialog
      title={t(group ? 'editGroup' : 'addGroup')}
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
          label={t('groupName')}
          maxLength={100}
          value={name}
          onChange={setName}
          error={tried && name.trim() === '' ? tt('required') : undefined}
        />
        <Select
          label={t('groupKind')}
          value={kind}
          onChange={setKind}
          options={TARGET_GROUP_KINDS.map((id) => ({ id, label: t(`group-${id}`) }))}
        />
        <TextField
          label={t('groupSize')}
          optional
          hint={t('groupSizeHint')}
          inputMode="numeric"
          value={size}
          onChange={setSize}
          error={count === undefined ? t('number') : undefined}
        />
        <TextArea
          label={t('groupText')}
          optional
          rows={3}
          maxLength={2000}
          value={description}
          onChange={setDescription}
        />
        {act.error && <Refusal>{errorText(act.error)}</Refusal>}
      </div>
    </Dialog>
  )
}
