import { Button, Dialog, Select, TextArea, TextField, useText, useWords } from '@harmony/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { paths } from '../../../lib/paths.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { useActOptions } from '../api.ts'
import { useIdempotencyKey } from '../lib/use-idempotency.ts'
import { taskWords } from '../words.ts'
import { CardFields, missingFields } from './card-fields.tsx'
import { ManagedForm, type ManagedValues } from './managed-form.tsx'
import { PersonPick } from './person-pick.tsx'
import { Refusal } from './refusal.tsx'
import { UnitTaskPick } from './unit-task-pick.tsx'

/** A managed task (관리과제) with its first card, which carries its name. */
export function NewManagedDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(taskWords)
  const text = useText()
  const trpc = useTRPC()
  const agency = useAgency()
  const { history } = useRouter()
  const errorText = useErrorText()
  const idempotencyKey = useIdempotencyKey()
  const settings = useQuery(trpc.task.settings.queryOptions(undefined, { staleTime: 300_000 })).data
  const units = (settings?.units ?? []).filter((unit) => unit.managed)
  const [values, setValues] = useState<ManagedValues>({
    name: '',
    objectiveKey: null,
    annualReport: false,
    qualityManaged: false,
  })
  const [unitTaskId, setUnitTaskId] = useState<string | null>(null)
  const [goal, setGoal] = useState('')
  const [typedYear, setYear] = useState<string>()
  const [fields, setFields] = useState<Record<string, string | number | boolean | null>>({})
  const [chosenUnit, setUnitId] = useState<string>()
  const [ownerId, setOwnerId] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const after = useActOptions(t('created'), onClose)
  const act = useMutation(
    trpc.task.createManaged.mutationOptions({
      ...after,
      onSuccess: async ({ taskCardId }) => {
        history.push(paths.task(agency, taskCardId))
        await after.onSuccess()
      },
    }),
  )
  const unitId = chosenUnit ?? units[0]?.id ?? ''
  const year = typedYear ?? (settings?.today ?? '').slice(0, 4)
  const yearFine = /^(19|20|21)\d{2}$/.test(year)
  const missing = missingFields(settings?.fields ?? [], fields)
  const submit = () => {
    setTried(true)
    if (values.name.trim() === '' || unitTaskId === null || ownerId === null || unitId === '') return
    if (!yearFine || missing.size > 0) return
    act.mutate({
      ...values,
      name: values.name.trim(),
      goal: goal.trim(),
      fields,
      year: Number(year),
      unitTaskId,
      unitId,
      ownerId,
      idempotencyKey,
    })
  }
  const needed = (empty: boolean) => (tried && empty ? t('required') : undefined)
  return (
    <Dialog
      title={t('newManaged')}
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
      <p>{t('newManagedLead')}</p>
      <div className="tk-form">
        <ManagedForm values={values} onChange={setValues} nameError={needed(values.name.trim() === '')} />
        <UnitTaskPick value={unitTaskId} onChange={setUnitTaskId} error={needed(unitTaskId === null)} />
        <div className="tk-pair">
          <Select
            label={t('unitName')}
            value={unitId || null}
            onChange={(id) => {
              setUnitId(id)
              setOwnerId(null)
            }}
            options={units.map((unit) => ({ id: unit.id, label: text(unit.name) }))}
          />
          <PersonPick
            label={t('person')}
            unitId={unitId}
            value={ownerId}
            onChange={setOwnerId}
            error={needed(ownerId === null)}
          />
        </div>
        <TextField
          label={t('year')}
          inputMode="numeric"
          maxLength={4}
          value={year}
          onChange={setYear}
          error={tried && !yearFine ? t('yearWrong') : undefined}
        />
        <TextArea label={t('goal', { year })} optional rows={2} maxLength={2000} value={goal} onChange={setGoal} />
        <CardFields
          fields={settings?.fields ?? []}
          values={fields}
          onChange={setFields}
          missing={tried ? missing : new Set()}
          requiredText={t('required')}
        />
        {act.error && <Refusal>{errorText(act.error)}</Refusal>}
      </div>
    </Dialog>
  )
}
