import { Button, Checkbox, CheckboxGroup, matchHangul, type RichDoc, TextField, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { DispatchPlanView, DocumentKinds } from '../api.ts'
import { draftWords } from '../draft-words.ts'
import { BodyEditor } from './body-editor.tsx'
import { Chosen } from './chosen.tsx'
import { SearchPick } from './search-pick.tsx'

export type Receiver = DispatchPlanView['receivers'][number]

/** 시행정보 as the form holds it. */
export interface DispatchDraft {
  readonly title: string
  readonly body: RichDoc
  readonly receivers: readonly Receiver[]
  readonly fileIds: readonly string[]
  readonly showApprovers: boolean
}

interface DispatchFormProps {
  readonly value: DispatchDraft
  readonly onChange: (value: DispatchDraft) => void
  readonly files: readonly { readonly id: string; readonly name: string }[]
  readonly agencies: DocumentKinds['agencies']
  /** The draft's own title and body, to begin with. */
  readonly draft: { readonly title: string; readonly body: RichDoc }
}

/** 시행정보: what goes out by itself after the final approval, and to whom. */
export function DispatchForm({ value, onChange, files, agencies, draft }: DispatchFormProps) {
  const [begun, setBegun] = useState(0)
  const t = useWords(draftWords)
  const text = useText()
  const set = (change: Partial<DispatchDraft>) => onChange({ ...value, ...change })
  return (
    <div className="dc-form">
      <p className="h-hint">{t('dispatchHint')}</p>
      <Chosen
        label={t('receivers')}
        empty={t('noReceivers')}
        items={value.receivers.map((one) => ({
          id: receiverKey(one),
          name: text(one.name),
          note: t(one.kind === 'unit' ? 'receiverUnit' : 'receiverAgency'),
        }))}
        onRemove={(key) => set({ receivers: value.receivers.filter((one) => receiverKey(one) !== key) })}
      >
        <ReceiverSearch
          taken={value.receivers}
          agencies={agencies}
          onPick={(one) => set({ receivers: [...value.receivers, one] })}
        />
      </Chosen>
      <div className="h-row">
        <Button
          size="sm"
          icon="down"
          onPress={() => {
            set({ title: draft.title, body: draft.body })
            setBegun((n) => n + 1)
          }}
        >
          {t('fillDispatch')}
        </Button>
      </div>
      <TextField label={t('dispatchTitle')} maxLength={200} value={value.title} onChange={(title) => set({ title })} />
      <div className="dc-short">
        <BodyEditor key={begun} label={t('dispatchBody')} initial={value.body} onChange={(body) => set({ body })} />
      </div>
      {files.length > 0 && (
        <CheckboxGroup
          label={t('dispatchFiles')}
          value={value.fileIds}
          onChange={(fileIds) => set({ fileIds })}
          options={files.map((file) => ({ id: file.id, label: file.name }))}
        />
      )}
      <Checkbox isSelected={value.showApprovers} onChange={(showApprovers) => set({ showApprovers })}>
        {t('showApprovers')}
      </Checkbox>
    </div>
  )
}

interface ReceiverSearchProps {
  readonly taken: readonly Receiver[]
  readonly agencies: DocumentKinds['agencies']
  readonly onPick: (one: Receiver) => void
}

/** Finds units of the agency and other agencies that can receive. */
export function ReceiverSearch({ taken, agencies, onPick }: ReceiverSearchProps) {
  const t = useWords(draftWords)
  const text = useText()
  const trpc = useTRPC()
  const [typed, setTyped] = useState('')
  const units = useQuery(trpc.identity.orgTree.queryOptions({}, { staleTime: 300_000 }))
  const all: Receiver[] = [
    ...(units.data ?? [])
      .filter((unit) => unit.kind !== 'agency')
      .map((unit) => ({ kind: 'unit' as const, unitId: unit.id, name: unit.name })),
    ...agencies.map((one) => ({ kind: 'agency' as const, agency: one.slug, name: one.name })),
  ]
  const known = new Set(taken.map(receiverKey))
  const offered = all.filter((one) => !known.has(receiverKey(one)) && matchHangul(typed, text(one.name))).slice(0, 40)
  return (
    <SearchPick
      label={t('receivers')}
      hideLabel
      placeholder={t('receiverSearch')}
      failed={units.error !== null}
      onType={setTyped}
      options={offered.map((one) => ({
        id: receiverKey(one),
        label: text(one.name),
        hint: t(one.kind === 'unit' ? 'receiverUnit' : 'receiverAgency'),
      }))}
      onPick={(key) => {
        const chosen = all.find((one) => receiverKey(one) === key)
        if (chosen) onPick(chosen)
      }}
    />
  )
}

/** A receiver's own key: a unit of this agency, or another agency. */
export const receiverKey = (one: Receiver): string => (one.kind === 'unit' ? `u ${one.unitId}` : `a ${one.agency}`)
