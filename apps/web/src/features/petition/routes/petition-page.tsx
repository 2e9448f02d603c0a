import { EmptyState } from '@harmony/ui'

/** Being written. */
export function PetitionPage() {
  return <EmptyState title="…" />
}
