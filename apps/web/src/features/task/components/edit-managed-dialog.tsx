import { useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import { useActOptions } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { taskWords } from '../words.ts'
import type { CardDialogProps } from './header-dialogs.tsx'
import { ManagedForm, type ManagedValues } from './managed-form.tsx'
import { ReasonAsk } from './reason-ask.tsx'

/** Changes the managed task of a card, and so of all its cards. */
export function EditManagedDialog({ card, onClose }: CardDialogProps) {
  const t = useWords(cardWords)
  const tt = useWords(taskWords)
  const trpc = useTRPC()
  const [managed] = useState(card.managedTask)
  const [values, setValues] = useState<ManagedValues>({
    name: managed?.name ?? '',
    objectiveKey: managed?.objective?.key ?? null,
    annualReport: managed?.annualReport ?? false,
    qualityManaged: managed?.qualityManaged ?? false,
  })
  const act = useMutation(trpc.task.editManaged.mutationOptions(useActOptions(t('saved'), onClose)))
  if (managed === null) return null
  const nameless = values.name.trim() === ''
  return (
    <ReasonAsk
      title={t('editManaged')}
      lead={t('editManagedLead')}
      verb={tt('save')}
      isPending={act.isPending}
      ready={!nameless}
      onClose={onClose}
      onSubmit={(reason) =>
        act.mutate({ managedTaskId: managed.id, version: managed.version, ...values, name: values.name.trim(), reason })
      }
    >
      <ManagedForm values={values} onChange={setValues} nameError={nameless ? tt('required') : undefined} />
    </ReasonAsk>
  )
}
