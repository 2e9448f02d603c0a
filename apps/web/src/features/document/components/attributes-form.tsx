import { CheckboxGroup, Select, TextField, useText, useWords } from '@harmony/ui'
import type { Attributes, DocumentKinds } from '../api.ts'
import { draftWords } from '../draft-words.ts'
import { DISCLOSURES, GROUNDS, RETENTIONS, SCOPES } from '../vocabulary.ts'
import { documentWords } from '../words.ts'

interface AttributesFormProps {
  readonly value: Attributes
  readonly onChange: (value: Attributes) => void
  readonly categories: DocumentKinds['knowledgeCategories']
  /** After a refused submission. */
  readonly tried: boolean
}

/** Whether the 공개여부 can stand as it is: what is not open names its ground. */
export function groundsMissing(value: Attributes): boolean {
  return value.disclosure !== 'open' && value.disclosureGrounds.length === 0
}

/** 관리속성: who may read it, where it is filed, how long it is kept, whether it is open. */
export function AttributesForm({ value, onChange, categories, tried }: AttributesFormProps) {
  const t = useWords(draftWords)
  const d = useWords(documentWords)
  const text = useText()
  const set = (change: Partial<Attributes>) => onChange({ ...value, ...change })
  return (
    <div className="dc-form">
      <Select
        label={t('accessScope')}
        size="md"
        value={value.accessScope}
        onChange={(accessScope) => set({ accessScope })}
        options={SCOPES.map((id) => ({ id, label: d(`scope-${id}`) }))}
      />
      <Select
        label={t('knowledge')}
        size="md"
        value={value.knowledgeCategory}
        onChange={(knowledgeCategory) => set({ knowledgeCategory })}
        options={categories.map((one) => ({ id: one.key, label: text(one.name) }))}
      />
      <div className="dc-pair">
        <Select
          label={t('retention')}
          size="md"
          value={value.retention}
          onChange={(retention) => set({ retention })}
          options={RETENTIONS.map((id) => ({ id, label: d(`keep-${id}`) }))}
        />
        <Select
          label={t('disclosure')}
          size="md"
          value={value.disclosure}
          onChange={(disclosure) =>
            set(disclosure === 'open' ? { disclosure, disclosureGrounds: [], disclosureNote: '' } : { disclosure })
          }
          options={DISCLOSURES.map((id) => ({ id, label: d(`open-${id}`) }))}
        />
      </div>
      {value.disclosure !== 'open' && (
        <>
          <CheckboxGroup
            label={t('grounds')}
            value={value.disclosureGrounds}
            onChange={(next) => set({ disclosureGrounds: GROUNDS.filter((ground) => next.includes(ground)) })}
            options={GROUNDS.map((id) => ({ id, label: d(`ground-${id}`) }))}
            error={tried && groundsMissing(value) ? t('groundsNeeded') : undefined}
          />
          <TextField
            label={t('disclosureNote')}
            optional
            size="md"
            maxLength={1000}
            value={value.disclosureNote}
            onChange={(disclosureNote) => set({ disclosureNote })}
          />
        </>
      )}
    </div>
  )
}
