import { BRM_LIMITS } from '@harmony/core/brm/schemas'
import { Button, CheckboxGroup, Dialog, notify, TextArea, TextField, useWords } from '@harmony/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useErrorText } from '../../../lib/errors.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { UnitTask } from '../api.ts'
import { editWords } from '../edit-words.ts'
import { changesOf, type EditForm, formOf, isBudget, isComplete } from '../lib/edit-form.ts'
import { manualWords } from '../manual-words.ts'
import { useServices } from '../use-services.ts'
import { EntryList } from './entry-list.tsx'
import { UnitPicker } from './unit-picker.tsx'

interface EditDialogProps {
  readonly task: UnitTask
  readonly onClose: () => void
}

/** 속성정보 and 유관정보 in one form, with the reason; a stale edit is refused and says whose change came first. */
export function EditDialog({ task, onClose }: EditDialogProps) {
  const t = useWords(editWords)
  const m = useWords(manualWords)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const services = useServices()
  const [form, setForm] = useState<EditForm>(() => formOf(task))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const set = (change: Partial<EditForm>) => setForm((before) => ({ ...before, ...change }))
  const save = useMutation(
    trpc.brm.updateUnitTask.mutationOptions({
      onSuccess: async () => {
        notify.done(t('saved'))
        await queryClient.invalidateQueries({ queryKey: trpc.brm.pathKey() })
        onClose()
      },
      onError: (error) => notify.failed(errorText(error)),
    }),
  )
  const submit = () => {
    setTried(true)
    if (!isComplete(form) || reason.trim() === '') return
    const changes = changesOf(task, form)
    if (Object.keys(changes).length === 0) return void notify.failed(t('nothing'))
    save.mutate({ unitTaskId: task.id, version: task.version, ...changes, reason: reason.trim() })
  }
  const entries = (what: string) => ({
    title: what,
    addLabel: t('add', { what }),
    removeLabel: (n: number) => t('remove', { what, n }),
  })
  const unnamed = ({ name }: { readonly name: string }) => (tried && name.trim() === '' ? t('nameNeeded') : undefined)
  return (
    <Dialog
      title={t('title')}
      isOpen
      size="lg"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} isDisabled={save.isPending}>
            {t('cancel')}
          </Button>
          <Button variant="pri" isPending={save.isPending} onPress={submit}>
            {t('save')}
          </Button>
        </>
      }
    >
      <p>{t('lead')}</p>
      <div className="f-form">
        <UnitPicker
          unitIds={form.unitIds}
          onChange={(unitIds) => set({ unitIds })}
          error={tried && form.unitIds.length === 0 ? t('unitsNeeded') : undefined}
        />
        <TextField
          label={m('coreArea')}
          maxLength={BRM_LIMITS.coreArea}
          value={form.coreArea}
          onChange={(coreArea) => set({ coreArea })}
        />
        <TextArea
          label={m('purpose')}
          rows={3}
          maxLength={BRM_LIMITS.purpose}
          value={form.purpose}
          onChange={(purpose) => set({ purpose })}
        />
        <TextArea
          label={m('description')}
          rows={5}
          maxLength={BRM_LIMITS.description}
          value={form.description}
          onChange={(description) => set({ description })}
        />
        <EntryList
          {...entries(m('laws'))}
          fields={[
            { key: 'name', label: m('name') },
            { key: 'article', label: m('article') },
          ]}
          entries={form.laws}
          onChange={(laws) => set({ laws })}
          errorOf={unnamed}
        />
        <EntryList
          {...entries(m('regulations'))}
          fields={[
            { key: 'name', label: m('name') },
            { key: 'number', label: m('number'), maxLength: 60 },
          ]}
          entries={form.regulations}
          onChange={(regulations) => set({ regulations })}
          errorOf={unnamed}
        />
        <EntryList
          {...entries(m('budgets'))}
          fields={[
            { key: 'year', label: m('year'), numeric: true, maxLength: 4 },
            { key: 'amount', label: m('amount'), numeric: true, maxLength: 20 },
            { key: 'program', label: m('program') },
          ]}
          entries={form.budgets}
          onChange={(budgets) => set({ budgets })}
          errorOf={(budget) => (tried && !isBudget(budget) ? t('numberWrong') : undefined)}
        />
        <EntryList
          {...entries(m('organisations'))}
          fields={[
            { key: 'name', label: m('name') },
            { key: 'role', label: m('role') },
          ]}
          entries={form.organisations}
          onChange={(organisations) => set({ organisations })}
          errorOf={unnamed}
        />
        {services.length > 0 && (
          <CheckboxGroup
            label={m('services')}
            options={services.map(({ key, label }) => ({ id: key, label }))}
            value={form.serviceKeys}
            onChange={(serviceKeys) => set({ serviceKeys })}
          />
        )}
        <TextArea
          label={t('reason')}
          rows={3}
          maxLength={BRM_LIMITS.reason}
          value={reason}
          onChange={setReason}
          error={tried && reason.trim() === '' ? t('required') : undefined}
        />
      </div>
    </Dialog>
  )
}
