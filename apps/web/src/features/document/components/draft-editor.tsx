import {
  Breadcrumb,
  ButtonLink,
  Card,
  DropZone,
  ErrorSummary,
  Note,
  PageHead,
  Select,
  Tag,
  TextField,
  useText,
  useWords,
} from '@harmony/ui'
import { type MouseEvent, useMemo, useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { usePageTitle } from '../../../lib/title.ts'
import { useUploads } from '../../../lib/upload.ts'
import type { DocumentCard, DocumentKinds } from '../api.ts'
import { draftWords } from '../draft-words.ts'
import { contentOf, type DraftForm, formOf } from '../lib/draft-form.ts'
import { useDraftProblems } from '../lib/draft-problems.ts'
import { useDraftSaving } from '../lib/use-draft-saving.ts'
import { routeWords } from '../route-words.ts'
import { toneOf } from '../vocabulary.ts'
import { documentWords } from '../words.ts'
import { AttributesForm } from './attributes-form.tsx'
import { BodyEditor } from './body-editor.tsx'
import { DispatchForm } from './dispatch-form.tsx'
import { DraftActs } from './draft-acts.tsx'
import { KindFields } from './kind-fields.tsx'
import { RouteBuilder } from './route-builder.tsx'
import { SaveConflict, SaveStateLine } from './save-state.tsx'
import { TiesForm } from './ties-form.tsx'

interface DraftEditorProps {
  readonly card: DocumentCard
  readonly kinds: DocumentKinds
  /** Begins anew with what is stored. */
  readonly onReread: () => void
}

/** Writing a document: heading, body and files left; route, management and tasks right; saved while one writes. */
export function DraftEditor({ card, kinds, onReread }: DraftEditorProps) {
  const t = useWords(draftWords)
  const d = useWords(documentWords)
  const r = useWords(routeWords)
  const text = useText()
  const agency = useAgency()
  const [form, setForm] = useState<DraftForm>(() => formOf(card))
  const [tried, setTried] = useState(false)
  const uploads = useUploads(card.files)
  const content = useMemo(() => contentOf(form, uploads.fileIds, card), [form, uploads.fileIds, card])
  const { saving, takeOver, changeKind } = useDraftSaving(card, content, onReread)
  const problems = useDraftProblems(card.kind, form, uploads.fileIds.length)
  const set = (change: Partial<DraftForm>) => setForm((all) => ({ ...all, ...change }))
  const { dispatch } = form
  usePageTitle(form.title || t('drafting'))
  return (
    <>
      <PageHead
        title={form.title || t('drafting')}
        above={
          <Breadcrumb items={[{ label: d('documents'), href: paths.documents(agency) }, { label: t('drafting') }]} />
        }
        actions={
          <>
            <SaveStateLine saving={saving} />
            <ButtonLink icon="print" href={paths.documentPrint(agency, card.id)}>
              {t('preview')}
            </ButtonLink>
            <DraftActs
              card={card}
              form={form}
              busy={uploads.busy}
              ready={problems.length === 0}
              onTry={() => setTried(true)}
              flush={saving.flush}
            />
          </>
        }
      />
      <div className="h-row dc-standing">
        <Tag tone={toneOf(card.state)}>{d(`state-${card.state}`)}</Tag>
        {card.supersedes && <span className="h-muted">{t('supersedes', { title: card.supersedes.title })}</span>}
      </div>
      {card.state !== 'draft' && <Note tone="amber">{t('returnedLead')}</Note>}
      <SaveConflict saving={saving} onTheirs={onReread} onMine={() => void takeOver()} />
      {tried && <Corrections errors={problems} />}
      <div className="dc-lay" data-draft>
        <div className="h-stack">
          <Card title={t('header')} padded>
            <div className="dc-form">
              <div className="dc-pair">
                <Select
                  label={d('kind')}
                  size="md"
                  value={card.kind.key}
                  isDisabled={card.state !== 'draft'}
                  onChange={(key) => void changeKind(key)}
                  options={kinds.kinds.map((kind) => ({ id: kind.key, label: text(kind.name) }))}
                />
                <TextField label={d('unit')} size="md" isReadOnly value={text(card.unit.name)} />
              </div>
              <div id="field-title">
                <TextField
                  label={t('titleLabel')}
                  maxLength={200}
                  value={form.title}
                  onChange={(title) => set({ title })}
                  error={tried && form.title.trim() === '' ? t('fixTitle') : undefined}
                />
              </div>
              <KindFields
                fields={card.kind.fields}
                values={form.fields}
                tried={tried}
                onChange={(key, value) => setForm((all) => ({ ...all, fields: { ...all.fields, [key]: value } }))}
              />
            </div>
          </Card>
          <div id="field-body">
            <BodyEditor
              label={t('body')}
              initial={form.body}
              hint={t('bodyHint')}
              placeholder={t('bodyPlaceholder')}
              error={tried && problems.some((one) => one.fieldId === 'field-body') ? t('fixBody') : undefined}
              onChange={(body) => set({ body })}
            />
          </div>
          <Card title={t('files')} padded>
            <DropZone
              label={t('files')}
              hint={t('filesHint')}
              items={uploads.items}
              onFiles={uploads.add}
              onRemove={uploads.remove}
            />
          </Card>
          {dispatch && (
            <div id="field-receivers">
              <Card title={t('dispatch')} padded>
                <DispatchForm
                  value={dispatch}
                  onChange={(next) => set({ dispatch: next })}
                  agencies={kinds.agencies}
                  draft={form}
                  files={filesOf(uploads.items, uploads.fileIds, card)}
                />
              </Card>
            </div>
          )}
        </div>
        <div className="h-stack">
          <div id="field-route">
            <Card title={r('route')} padded>
              <RouteBuilder
                rows={form.route}
                onChange={(route) => set({ route })}
                kindKey={card.kind.key}
                unitId={card.unit.id}
                without={[card.drafter.id]}
                error={tried ? problems.find((one) => one.fieldId === 'field-route')?.message : undefined}
              />
            </Card>
          </div>
          <div id="field-management">
            <Card title={t('management')} padded>
              <AttributesForm
                value={form.attributes}
                onChange={(attributes) => set({ attributes })}
                categories={kinds.knowledgeCategories}
                tried={tried}
              />
            </Card>
          </div>
          <Card title={t('ties')} padded>
            <TiesForm value={form.ties} onChange={(ties) => set({ ties })} />
          </Card>
        </div>
      </div>
    </>
  )
}

/** What must be corrected; each line leads to its field and puts the cursor there. */
function Corrections({ errors }: { readonly errors: Parameters<typeof ErrorSummary>[0]['errors'] }) {
  const lead = (event: MouseEvent) => {
    const href = event.target instanceof HTMLAnchorElement ? event.target.hash : ''
    const place = href === '' ? null : document.getElementById(href.slice(1))
    if (!place) return
    event.preventDefault()
    place.scrollIntoView({ block: 'center' })
    const field = place.querySelector<HTMLElement>('input:not([type=hidden]), textarea, [contenteditable=true]')
    ;(field ?? place.querySelector<HTMLElement>('button'))?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
    <div onClick={lead}>
      <ErrorSummary errors={errors} />
    </div>
  )
}

/** The files that are on the server, with the ids the server knows them by. */
function filesOf(
  items: readonly { readonly name: string; readonly progress: unknown }[],
  ids: readonly string[],
  card: DocumentCard,
) {
  const arrived = items.filter((item) => item.progress === 'done')
  const known = new Map(card.files.map((file) => [file.id, file.name]))
  return ids.map((id, index) => ({ id, name: known.get(id) ?? arrived[index]?.name ?? '' }))
}
