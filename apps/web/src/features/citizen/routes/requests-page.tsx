import { EmptyState } from '@harmony/ui'

/** Being written. */
export function RequestsPage() {
  return <EmptyState title="…" />
}
