import { PETITION_LIMITS } from '@harmony/core/customer/schemas'
import { Button, DropZone, RadioGroup, TextArea, TextField, useText, useWords } from '@harmony/ui'
import type { useUploads } from '../../../lib/upload.ts'
import type { Answers, Area } from '../api/answers.ts'
import { citizenWords } from '../words.ts'

interface QuestionProps {
  readonly answers: Answers
  readonly set: (change: Partial<Answers>) => void
  /** True once the reader has tried to go on: only then is something missing. */
  readonly tried: boolean
}

interface CatalogueProps extends QuestionProps {
  readonly areas: readonly Area[]
}

export function AreaQuestion({ areas, answers, set, tried }: CatalogueProps) {
  const t = useWords(citizenWords)
  const text = useText()
  return (
    <RadioGroup
      label={t('area')}
      look="cards"
      value={answers.area}
      onChange={(area) => set({ area, serviceKey: null })}
      error={tried && answers.area === null ? t('required') : undefined}
      options={areas.map((area) => ({ id: area.key, label: text(area.name), hint: text(area.description) }))}
    />
  )
}

export function ServiceQuestion({ areas, answers, set, tried }: CatalogueProps) {
  const t = useWords(citizenWords)
  const text = useText()
  const services = areas.find((area) => area.key === answers.area)?.services ?? []
  return (
    <RadioGroup
      label={t('service')}
      look="cards"
      value={answers.serviceKey}
      onChange={(serviceKey) => set({ serviceKey })}
      error={tried && answers.serviceKey === null ? t('required') : undefined}
      options={services.map((service) => ({
        id: service.key,
        label: text(service.name),
        hint: `${text(service.description)} · ${t(service.period.unit === 'days' ? 'periodDays' : 'periodHours', { n: service.period.amount })}`,
      }))}
    />
  )
}

export function WriteQuestion({ answers, set, tried }: QuestionProps) {
  const t = useWords(citizenWords)
  const missing = (value: string) => (tried && value.trim() === '' ? t('required') : undefined)
  return (
    <>
      <TextField
        label={t('title')}
        hint={t('titleHint')}
        value={answers.title}
        maxLength={PETITION_LIMITS.title}
        onChange={(title) => set({ title })}
        error={missing(answers.title)}
      />
      <TextArea
        label={t('body')}
        hint={t('bodyHint')}
        rows={9}
        value={answers.body}
        maxLength={PETITION_LIMITS.body}
        onChange={(body) => set({ body })}
        error={missing(answers.body)}
      />
      <RadioGroup
        label={t('visibility')}
        value={answers.visibility}
        onChange={(visibility) => set({ visibility })}
        options={[
          { id: 'private', label: t('private'), hint: t('privateHint') },
          { id: 'public', label: t('public'), hint: t('publicHint') },
        ]}
      />
    </>
  )
}

export function AttachQuestion({ uploads }: { readonly uploads: ReturnType<typeof useUploads> }) {
  const t = useWords(citizenWords)
  return (
    <DropZone
      label={t('files')}
      hint={t('filesHint')}
      items={uploads.items}
      onFiles={(files) => uploads.add(files.slice(0, PETITION_LIMITS.files - uploads.items.length))}
      onRemove={uploads.remove}
    />
  )
}

interface ReviewProps {
  readonly areas: readonly Area[]
  readonly answers: Answers
  readonly uploads: ReturnType<typeof useUploads>
  readonly go: (step: 'area' | 'write' | 'attach') => void
}

export function ReviewQuestion({ areas, answers, uploads, go }: ReviewProps) {
  const t = useWords(citizenWords)
  const text = useText()
  const area = areas.find((one) => one.key === answers.area)
  const service = area?.services.find((one) => one.key === answers.serviceKey)
  const change = (step: 'area' | 'write' | 'attach', of: string) => (
    <Button size="sm" variant="txt" aria-label={`${of} ${t('change')}`} onPress={() => go(step)}>
      {t('change')}
    </Button>
  )
  return (
    <div className="h-box c-review">
      <dl className="h-dl">
        <dt>{t('service')}</dt>
        <dd>
          {service ? text(service.name) : ''} {change('area', t('service'))}
        </dd>
        <dt>{t('title')}</dt>
        <dd>
          {answers.title} {change('write', t('title'))}
        </dd>
        <dt>{t('body')}</dt>
        <dd className="c-said">{answers.body}</dd>
        <dt>{t('visibility')}</dt>
        <dd>{t(answers.visibility)}</dd>
        <dt>{t('files')}</dt>
        <dd>
          {uploads.items.map((item) => item.name).join(', ') || '—'} {change('attach', t('files'))}
          {uploads.busy && <p className="h-hint">{t('uploadingWait')}</p>}
        </dd>
      </dl>
    </div>
  )
}
