import { IconButton, Note, useWords } from '@harmony/ui'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import type { ApiOutputs } from '../../../lib/trpc.tsx'
import { filesWords } from '../words.ts'

const ZOOMS = [75, 100, 125, 150, 200, 300] as const
const FULL = ZOOMS.indexOf(100)

/**
 * The drawn pages of a document, some at a time, in a frame without script and without our origin: whatever the
 * document holds, it reaches neither this page nor the session.
 */
export function DrawnPages({ preview }: { readonly preview: ApiOutputs['file']['preview'] }) {
  const t = useWords(filesWords)
  const agency = useAgency()
  const [from, setFrom] = useState(1)
  const [step, setStep] = useState(FULL)
  const { drawn, pages, pagesAtOnce } = preview
  const zoom = ZOOMS[step] ?? 100
  const to = Math.min(drawn, from + pagesAtOnce - 1)
  return (
    <div className="f-pages">
      <div className="f-tools">
        <div>
          <IconButton
            icon="left"
            label={t('earlier')}
            isDisabled={from === 1}
            onPress={() => setFrom(Math.max(1, from - pagesAtOnce))}
          />
          <span aria-live="polite">{t('range', { from, to, total: pages })}</span>
          <IconButton
            icon="right"
            label={t('later')}
            isDisabled={to >= drawn}
            onPress={() => setFrom(from + pagesAtOnce)}
          />
        </div>
        <div>
          <IconButton icon="minus" label={t('zoomOut')} isDisabled={step === 0} onPress={() => setStep(step - 1)} />
          <span aria-live="polite">{t('zoom', { percent: zoom })}</span>
          <IconButton
            icon="plus"
            label={t('zoomIn')}
            isDisabled={step === ZOOMS.length - 1}
            onPress={() => setStep(step + 1)}
          />
        </div>
      </div>
      {drawn < pages && to >= drawn && <Note tone="amber">{t('partly', { drawn, pages })}</Note>}
      <div className="f-frame">
        <iframe
          key={from}
          title={t('previewOf', { name: preview.name })}
          src={`/api/${agency}/files/${preview.id}/preview?from=${from}`}
          sandbox=""
          style={{ width: `${zoom}%` }}
        />
      </div>
      <p className="h-muted h-xs">{t('pagesNote')}</p>
    </div>
  )
}
