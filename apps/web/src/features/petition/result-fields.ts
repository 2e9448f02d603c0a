import type { Translate } from '@harmony/ui'
import type { petitionWords } from './words.ts'

type Word = keyof (typeof petitionWords)['ko']

/** How the outcome of a step is asked for: the question, and for words the answers the process knows. */
interface ResultField {
  readonly label: Word
  readonly options?: readonly (readonly [value: string, label: Word])[]
}

/** The outcomes the present processes ask for; one that is not here is asked for by its own name. */
export const RESULT_FIELDS: Readonly<Record<string, ResultField>> = {
  needsConsult: { label: 'resultNeedsConsult' },
  approved: { label: 'resultApproved' },
  onSite: { label: 'resultOnSite' },
  urgent: { label: 'resultUrgent' },
  visit: { label: 'resultVisit' },
  found: { label: 'resultFound' },
  restricted: { label: 'resultRestricted' },
  decision: {
    label: 'resultDecision',
    options: [
      ['adopt', 'decisionAdopt'],
      ['adopt-in-part', 'decisionInPart'],
      ['reject', 'decisionReject'],
    ],
  },
}

/** A settled outcome with its question, as the history tells it. */
export function resultText(name: string, value: string | number | boolean, t: Translate<Word>): string {
  const field = RESULT_FIELDS[name]
  const known = field?.options?.find(([id]) => id === value)?.[1]
  const said = typeof value === 'boolean' ? t(value ? 'taskYes' : 'taskNo') : known ? t(known) : String(value)
  return `${field ? t(field.label) : name} ${said}`
}
