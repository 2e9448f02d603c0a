import { Button, Card, useWords } from '@harmony/ui'
import { useState } from 'react'
import type { DocumentCard } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { useWhen } from '../lib/when.ts'
import { CompareDialog } from './compare-dialog.tsx'

/** The kept versions; each can be compared with any other and with what stands there now. */
export function VersionsCard({ card }: { readonly card: DocumentCard }) {
  const t = useWords(cardWords)
  const when = useWhen()
  const [before, setBefore] = useState<number | null>(null)
  const versions = [...card.versions].sort((a, b) => b.number - a.number)
  if (versions.length === 0) return null
  return (
    <Card title={t('versions')}>
      <ul className="dc-lines">
        {versions.map((one) => (
          <li key={one.number}>
            <span>
              <b>{t('versionOf', { n: one.number })}</b> {one.note}
              <small>
                {one.person?.name} · {when(one.savedAt)}
              </small>
            </span>
            <Button
              size="sm"
              aria-label={`${t('versionOf', { n: one.number })} ${t('compare')}`}
              onPress={() => setBefore(one.number)}
            >
              {t('compare')}
            </Button>
          </li>
        ))}
      </ul>
      {before !== null && (
        <CompareDialog card={card} {...pairOf(before, versions.length)} onClose={() => setBefore(null)} />
      )}
    </Card>
  )
}

/** A version is looked at beside the one before it; the first beside what came after it. */
function pairOf(number: number, last: number): { start: number; end: number | null } {
  if (number > 1) return { start: number - 1, end: number }
  return { start: 1, end: last > 1 ? 2 : null }
}
