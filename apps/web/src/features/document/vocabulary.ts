import type { Tone } from '@harmony/ui'
import type { DocumentState, Role } from './api.ts'

const TONES: Readonly<Record<DocumentState, Tone>> = {
  draft: 'gray',
  'in-review': 'blue',
  'on-hold': 'amber',
  returned: 'amber',
  withdrawn: 'gray',
  stopped: 'red',
  approved: 'green',
}

/** The colour beside a state's word. */
export const toneOf = (state: DocumentState): Tone => TONES[state]

const ROLE_TONES: Readonly<Record<Role, Tone>> = { review: 'blue', consent: 'gray', approve: 'green' }

/** The colour beside what one is asked for. */
export const roleTone = (role: Role): Tone => ROLE_TONES[role]

/** 공공기록물법 시행령 §26, as a choice. */
export const RETENTIONS = ['1', '3', '5', '10', '30', 'semi-permanent', 'permanent'] as const
/** 정보공개법 §9, as a choice. */
export const DISCLOSURES = ['open', 'partial', 'closed'] as const
export const GROUNDS = ['1', '2', '3', '4', '5', '6', '7', '8'] as const
export const SCOPES = ['agency', 'bureau', 'unit', 'participants'] as const
export const STATES = ['draft', 'in-review', 'on-hold', 'returned', 'withdrawn', 'stopped', 'approved'] as const
export const GRADES = ['S', 'A', 'B', 'C'] as const
