import { Button, Icon, Note, useFormat, useWords } from '@harmony/ui'
import { failureOf, useErrorText } from '../../../lib/errors.ts'
import { draftWords } from '../draft-words.ts'
import type { Autosave } from '../lib/use-autosave.ts'

/** How saving stands, in a few words: 저장됨 10:24, or 저장 못함 with a way to try again. */
export function SaveStateLine({ saving }: { readonly saving: Autosave }) {
  const t = useWords(draftWords)
  const format = useFormat()
  const errorText = useErrorText()
  if (saving.state === 'failed' || saving.state === 'conflict') {
    return (
      <span className="dc-save" data-bad role="alert">
        <Icon name="warn" size={16} />
        <span title={errorText(saving.error)}>
          {t('saveFailed')}
          {saving.state === 'failed' && <span className="dc-save-why"> · {errorText(saving.error)}</span>}
        </span>
        {saving.state === 'failed' && (
          <Button size="sm" onPress={() => void saving.flush()}>
            {t('again')}
          </Button>
        )}
      </span>
    )
  }
  const words = {
    saved: t('savedAt', { at: format.date(saving.savedAt, 'time') }),
    unsaved: t('unsaved'),
    saving: t('saving'),
  }
  return (
    <span className="dc-save" role="status">
      {saving.state === 'saved' && <Icon name="check" size={16} />}
      {words[saving.state]}
    </span>
  )
}

interface SaveConflictProps {
  readonly saving: Autosave
  /** Reads what is stored and begins the form anew with it. */
  readonly onTheirs: () => void
  /** Saves what stands in the form over it. */
  readonly onMine: () => void
}

/** Somebody saved meanwhile: says who and when, and lets the writer decide; nothing is overwritten unasked. */
export function SaveConflict({ saving, onTheirs, onMine }: SaveConflictProps) {
  const t = useWords(draftWords)
  const format = useFormat()
  if (saving.state !== 'conflict') return null
  const { params } = failureOf(saving.error)
  const at = params['at']
  return (
    <div role="alert" className="dc-conflict">
      <Note tone="amber">
        <b>{t('conflict')}</b>
        <p>
          {t('conflictWho', {
            at: typeof at === 'string' ? format.date(at, 'time') : '—',
            who: params['who'] ?? params['by'] ?? '—',
          })}
        </p>
        <div className="h-row">
          <Button size="sm" onPress={onTheirs}>
            {t('conflictTheirs')}
          </Button>
          <Button size="sm" onPress={onMine}>
            {t('conflictMine')}
          </Button>
        </div>
      </Note>
    </div>
  )
}
