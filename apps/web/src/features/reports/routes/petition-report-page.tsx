import { EmptyState } from '@harmony/ui'

/** Being written. */
export function PetitionReportPage() {
  return <EmptyState title="…" />
}
