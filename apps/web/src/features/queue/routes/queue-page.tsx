import { EmptyState } from '@harmony/ui'

/** Being written. */
export function QueuePage() {
  return <EmptyState title="…" />
}
