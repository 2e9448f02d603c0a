import { EmptyState } from '@harmony/ui'

/** Being written. */
export function ScorePage() {
  return <EmptyState title="…" />
}
