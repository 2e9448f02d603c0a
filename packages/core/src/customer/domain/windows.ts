/** How long after a completion the citizen may rate and reopen, in days; the release says. */
export interface SatisfactionRules {
  readonly windowDays: number
  readonly reopenDays: number
}

const DAY = 86_400_000

/** The last instant for rating the completion; null when there is none. */
export function rateUntil(petition: { completedAt: Date | null }, rules: SatisfactionRules): Date | null {
  return after(petition.completedAt, rules.windowDays)
}

/** The last instant for reopening; null when the petition is not completed. */
export function reopenUntil(petition: { completedAt: Date | null }, rules: SatisfactionRules): Date | null {
  return after(petition.completedAt, rules.reopenDays)
}

function after(from: Date | null, days: number): Date | null {
  return from === null ? null : new Date(from.getTime() + days * DAY)
}
