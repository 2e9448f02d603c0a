import { BRM_LIMITS } from '@harmony/core/brm/schemas'
import { Button, DateField, Note, notify, TextArea, TextField, useWords } from '@harmony/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useErrorText } from '../../../lib/errors.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { importWords } from '../import-words.ts'
import type { Preview } from './import-preview.tsx'

interface ApplyFormProps {
  readonly fileId: string
  readonly preview: Preview
  readonly onClose: () => void
}

/** Today in Seoul as `YYYY-MM-DD`. */
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }).format(new Date())

/** Name, year, day and reason of the new version; the compared version rides along, so that nobody's is passed over. */
export function ApplyForm({ fileId, preview, onClose }: ApplyFormProps) {
  const t = useWords(importWords)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const [year, setYear] = useState(today().slice(0, 4))
  const [label, setLabel] = useState<string | null>(null)
  const [validFrom, setValidFrom] = useState(today())
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const apply = useMutation(
    trpc.brm.applyImport.mutationOptions({
      onSuccess: async ({ sequence }) => {
        notify.done(t('applied', { n: sequence }))
        await queryClient.invalidateQueries({ queryKey: trpc.brm.pathKey() })
        onClose()
      },
      onError: (error) => notify.failed(errorText(error)),
    }),
  )
  const name = label ?? t('labelOf', { year })
  const yearNumber = Number(year)
  const wrongYear = !Number.isInteger(yearNumber) || yearNumber < 1948 || yearNumber > 2200
  const missing = [name, reason, validFrom].some((text) => text.trim() === '')
  const submit = () => {
    setTried(true)
    if (missing || wrongYear) return
    const { baseSequence } = preview
    apply.mutate({
      fileId,
      baseSequence,
      label: name.trim(),
      year: yearNumber,
      validFrom,
      reason: reason.trim(),
      idempotencyKey,
    })
  }
  const need = (text: string) => (tried && text.trim() === '' ? t('required') : undefined)
  return (
    <div className="f-form">
      {preview.summary.ended > 0 && (
        <Note tone="amber">
          {t('endingNote', {
            n: preview.changes.filter(({ kind, level }) => kind === 'ended' && level === 'unit-task').length,
          })}
        </Note>
      )}
      <div className="f-three">
        <TextField
          label={t('year')}
          inputMode="numeric"
          maxLength={4}
          value={year}
          onChange={setYear}
          error={wrongYear ? t('wrongYear') : undefined}
        />
        <TextField
          label={t('label')}
          maxLength={BRM_LIMITS.label}
          value={name}
          onChange={setLabel}
          error={need(name)}
        />
        <DateField
          label={t('validFrom')}
          max={today()}
          value={validFrom}
          onChange={setValidFrom}
          error={need(validFrom)}
        />
      </div>
      <TextArea
        label={t('reason')}
        rows={3}
        maxLength={BRM_LIMITS.reason}
        value={reason}
        onChange={setReason}
        error={need(reason)}
      />
      <div className="h-actions">
        <Button onPress={onClose} isDisabled={apply.isPending}>
          {t('cancel')}
        </Button>
        <Button variant="pri" isPending={apply.isPending} onPress={submit}>
          {t('apply')}
        </Button>
      </div>
    </div>
  )
}
