import { Checkbox, Select, TextField, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../lib/trpc.tsx'
import { taskWords } from '../words.ts'

/** What a managed task has beyond its cards. */
export interface ManagedValues {
  readonly name: string
  readonly objectiveKey: string | null
  readonly annualReport: boolean
  readonly qualityManaged: boolean
}

export interface ManagedFormProps {
  readonly values: ManagedValues
  readonly onChange: (values: ManagedValues) => void
  readonly nameError?: string | undefined
}

const NO_OBJECTIVE = '-'

/** Name, objective, and whether it is an annual report task or under quality management. */
export function ManagedForm({ values, onChange, nameError }: ManagedFormProps) {
  const t = useWords(taskWords)
  const text = useText()
  const trpc = useTRPC()
  const settings = useQuery(trpc.task.settings.queryOptions(undefined, { staleTime: 300_000 }))
  return (
    <>
      <TextField
        label={t('name')}
        maxLength={200}
        value={values.name}
        onChange={(name) => onChange({ ...values, name })}
        error={nameError}
      />
      <Select
        label={t('objective')}
        value={values.objectiveKey ?? NO_OBJECTIVE}
        onChange={(key) => onChange({ ...values, objectiveKey: key === NO_OBJECTIVE ? null : key })}
        options={[
          { id: NO_OBJECTIVE, label: t('noObjective') },
          ...(settings.data?.objectives ?? []).map((one) => ({ id: one.key, label: text(one.name) })),
        ]}
      />
      <div>
        <Checkbox isSelected={values.annualReport} onChange={(annualReport) => onChange({ ...values, annualReport })}>
          {t('annualReport')}
        </Checkbox>
        <Checkbox
          isSelected={values.qualityManaged}
          onChange={(qualityManaged) => onChange({ ...values, qualityManaged })}
        >
          {t('qualityManaged')}
        </Checkbox>
      </div>
    </>
  )
}
