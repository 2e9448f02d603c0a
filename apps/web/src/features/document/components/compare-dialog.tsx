import { Dialog, SegmentedToggle, Select, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { type ApiOutputs, useTRPC } from '../../../lib/trpc.tsx'
import type { DocumentCard } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { type DiffLine, diffLines, type Part, sideOf } from '../lib/diff.ts'
import { documentWords } from '../words.ts'

type Look = 'inline' | 'side'
type Comparison = ApiOutputs['document']['compareVersions']

interface CompareDialogProps {
  readonly card: DocumentCard
  /** The versions it begins with; null: what stands there now. */
  readonly start: number
  readonly end: number | null
  readonly onClose: () => void
}

const NOW = 'now'

/** Two versions: title, fields, body and files, differences word by word, in one text or side by side. */
export function CompareDialog({ card, start, end, onClose }: CompareDialogProps) {
  const t = useWords(cardWords)
  const trpc = useTRPC()
  const [before, setBefore] = useState(start)
  const [after, setAfter] = useState<number | null>(end)
  const [look, setLook] = useState<Look>('inline')
  const query = useQuery(
    trpc.document.compareVersions.queryOptions({
      documentId: card.id,
      before,
      ...(after === null ? {} : { after }),
    }),
  )
  const versions = card.versions.map((one) => ({ id: String(one.number), label: t('versionOf', { n: one.number }) }))
  return (
    <Dialog title={t('compareTitle')} size="lg" isOpen onClose={onClose}>
      <div className="dc-pair">
        <Select
          label={t('compareBefore')}
          size="md"
          value={String(before)}
          onChange={(next) => setBefore(Number(next))}
          options={versions}
        />
        <Select
          label={t('compareAfter')}
          size="md"
          value={after === null ? NOW : String(after)}
          onChange={(next) => setAfter(next === NOW ? null : Number(next))}
          options={[...versions, { id: NOW, label: t('versionNow') }]}
        />
      </div>
      <SegmentedToggle
        label={t('compareLook')}
        value={look}
        onChange={setLook}
        options={[
          { id: 'inline', label: t('compareInline') },
          { id: 'side', label: t('compareSide') },
        ]}
      />
      <QueryPanel query={query} what={t('compareTitle')} lines={8}>
        {(found) => <Differences found={found} look={look} />}
      </QueryPanel>
    </Dialog>
  )
}

function Differences({ found, look }: { readonly found: Comparison; readonly look: Look }) {
  const t = useWords(cardWords)
  const d = useWords(documentWords)
  const text = useText()
  const older = found.body.flatMap((line) => (line.kind === 'added' ? [] : [line.text]))
  const newer = found.body.flatMap((line) => (line.kind === 'removed' ? [] : [line.text]))
  const body = diffLines(older, newer)
  const changes = [
    ...(found.title ? [{ key: 'title', name: d('title'), ...found.title }] : []),
    ...found.fields.map((field) => ({ ...field, name: text(field.name) })),
  ]
  const same =
    changes.length === 0 &&
    body.every((line) => line.kind === 'same') &&
    found.files.added.length + found.files.removed.length === 0
  if (same) return <p role="status">{t('compareSame')}</p>
  return (
    <div className="dc-diff">
      {changes.map((change) => (
        <section key={change.key} aria-label={change.name}>
          <h3>{change.name}</h3>
          <Lines lines={diffLines(change.before.split('\n'), change.after.split('\n'))} look={look} />
        </section>
      ))}
      <section aria-label={t('body')}>
        <h3>{t('body')}</h3>
        <Lines lines={body} look={look} />
      </section>
      {(['added', 'removed'] as const).map(
        (kind) =>
          found.files[kind].length > 0 && (
            <p key={kind}>
              {d('files')} {t(kind)}: {found.files[kind].join(', ')}
            </p>
          ),
      )}
    </div>
  )
}

function Lines({ lines, look }: { readonly lines: readonly DiffLine[]; readonly look: Look }) {
  const t = useWords(cardWords)
  if (look === 'inline') {
    return (
      <div className="dc-diff-text">
        {lines.map((line, index) => (
          <p key={index} data-kind={line.kind}>
            <Parts parts={line.parts} />
          </p>
        ))}
      </div>
    )
  }
  return (
    <table className="dc-diff-table">
      <thead>
        <tr>
          <th scope="col">{t('compareBefore')}</th>
          <th scope="col">{t('compareAfter')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={index} data-kind={line.kind}>
            <td>
              <Parts parts={sideOf(line, 'before')} />
            </td>
            <td>
              <Parts parts={sideOf(line, 'after')} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Parts({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map((part, index) => {
    if (part.kind === 'added') return <ins key={index}>{part.text}</ins>
    if (part.kind === 'removed') return <del key={index}>{part.text}</del>
    return <span key={index}>{part.text}</span>
  })
}
