import { Button, Dialog, Select, TextArea, TextField, useText, useWords } from '@harmony/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { paths } from '../../../lib/paths.ts'
import { useSession } from '../../../lib/session.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { useActOptions } from '../api.ts'
import { useIdempotencyKey } from '../lib/use-idempotency.ts'
import { taskWords } from '../words.ts'
import { CardFields, missingFields } from './card-fields.tsx'
import { MemberPick } from './header-dialogs.tsx'
import { PersonPick } from './person-pick.tsx'
import { Refusal } from './refusal.tsx'
import { UnitTaskPick } from './unit-task-pick.tsx'

const NONE = '-'

/** A card of a unit task, or a further card of a managed task. */
export function NewCardDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(taskWords)
  const text = useText()
  const trpc = useTRPC()
  const agency = useAgency()
  const session = useSession()
  const { history } = useRouter()
  const errorText = useErrorText()
  const idempotencyKey = useIdempotencyKey()
  const settings = useQuery(trpc.task.settings.queryOptions(undefined, { staleTime: 300_000 })).data
  const [managedId, setManagedId] = useState<string | null>(null)
  const [unitTaskId, setUnitTaskId] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [goal, setGoal] = useState('')
  const [fields, setFields] = useState<Record<string, string | number | boolean | null>>({})
  const [chosenUnit, setUnitId] = useState<string>()
  const [ownerId, setOwnerId] = useState<string | null>(session.personId)
  const [members, setMembers] = useState<readonly { readonly id: string; readonly name: string }[]>([])
  const [tried, setTried] = useState(false)
  const managed = useQuery(trpc.task.managedTasks.queryOptions({ limit: 200 }))
  const after = useActOptions(t('created'), onClose)
  const act = useMutation(
    trpc.task.create.mutationOptions({
      ...after,
      onSuccess: async ({ taskCardId }) => {
        history.push(paths.task(agency, taskCardId))
        await after.onSuccess()
      },
    }),
  )
  const unitId = chosenUnit ?? settings?.units[0]?.id ?? ''
  const missing = missingFields(settings?.fields ?? [], fields)
  const year = Number((settings?.today ?? '').slice(0, 4))
  const submit = () => {
    setTried(true)
    if (name.trim() === '' || ownerId === null || unitId === '' || missing.size > 0) return
    if (managedId === null && unitTaskId === null) return
    act.mutate({
      name: name.trim(),
      goal: goal.trim(),
      fields,
      unitId,
      ownerId,
      memberIds: members.map((one) => one.id),
      idempotencyKey,
      ...(managedId === null ? { ...(unitTaskId === null ? {} : { unitTaskId }), year } : { managedTaskId: managedId }),
    })
  }
  const needed = (empty: boolean) => (tried && empty ? t('required') : undefined)
  return (
    <Dialog
      title={t('newCard')}
      size="lg"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} isDisabled={act.isPending}>
            {t('cancel')}
          </Button>
          <Button variant="pri" isPending={act.isPending} onPress={submit}>
            {t('register')}
          </Button>
        </>
      }
    >
      <p>{t('newCardLead')}</p>
      <div className="tk-form">
        <Select
          label={t('managedTask')}
          value={managedId ?? NONE}
          onChange={(key) => setManagedId(key === NONE ? null : key)}
          options={[
            { id: NONE, label: t('noManaged') },
            ...(managed.data?.rows ?? []).map((row) => ({
              id: row.id,
              label: row.name,
              hint: `${t('yearOf', { year: row.year })} · ${text(row.unit.name)}`,
            })),
          ]}
        />
        {managedId === null && (
          <UnitTaskPick value={unitTaskId} onChange={setUnitTaskId} error={needed(unitTaskId === null)} />
        )}
        <TextField
          label={t('name')}
          maxLength={200}
          value={name}
          onChange={setName}
          error={needed(name.trim() === '')}
        />
        <TextArea
          label={t('goal', { year: Number.isNaN(year) ? '' : year })}
          optional
          rows={2}
          maxLength={2000}
          value={goal}
          onChange={setGoal}
        />
        <div className="tk-pair">
          <Select
            label={t('unitName')}
            value={unitId || null}
            onChange={(id) => {
              setUnitId(id)
              setOwnerId(null)
            }}
            options={(settings?.units ?? []).map((unit) => ({ id: unit.id, label: text(unit.name) }))}
          />
          <PersonPick
            label={t('person')}
            unitId={unitId}
            value={ownerId}
            onChange={setOwnerId}
            error={needed(ownerId === null)}
          />
        </div>
        <CardFields
          fields={settings?.fields ?? []}
          values={fields}
          onChange={setFields}
          missing={tried ? missing : new Set()}
          requiredText={t('required')}
        />
        {unitId !== '' && <MemberPick members={members} onChange={setMembers} unitId={unitId} />}
        {act.error && <Refusal>{errorText(act.error)}</Refusal>}
      </div>
    </Dialog>
  )
}
