/** Acts on a card that need a right. */
export type TaskAbility =
  | 'edit'
  | 'edit-managed'
  | 'hand-over'
  | 'close'
  | 'reopen'
  | 'edit-plan'
  | 'complete-phase'
  | 'reopen-phase'
  | 'change-progress'
  | 'plan-quality'
  | 'answer-quality'
  | 'complete-quality-stage'
  | 'reopen-quality-stage'
  | 'edit-publicity'
  | 'edit-customers'
  | 'tie-petition'
  | 'mark'
  | 'lift-mark'

/** What of a card decides which acts make sense now. */
export interface CardState {
  readonly status: 'active' | 'closed'
  readonly managed: boolean
  readonly planned: boolean
  readonly openPhases: number
  readonly donePhases: number
  readonly openStages: number
  readonly doneStages: number
  readonly openMarks: number
}

/** Whether an act makes sense in the card's state, rights aside. A closed card only opens again or gets a mark lifted. */
export function possible(act: TaskAbility, card: CardState): boolean {
  if (act === 'reopen') return card.status === 'closed'
  if (act === 'lift-mark') return card.openMarks > 0
  if (act === 'edit-managed') return card.managed
  if (card.status === 'closed') return false
  switch (act) {
    case 'complete-phase':
      return card.openPhases > 0
    case 'reopen-phase':
      return card.donePhases > 0
    case 'change-progress':
      return card.planned
    case 'plan-quality':
    case 'answer-quality':
    case 'complete-quality-stage':
      return card.openStages > 0
    case 'reopen-quality-stage':
      return card.doneStages > 0
    case 'mark':
      return card.openMarks < 2
    default:
      return true
  }
}
