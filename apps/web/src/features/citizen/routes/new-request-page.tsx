import { EmptyState } from '@harmony/ui'

/** Being written. */
export function NewRequestPage() {
  return <EmptyState title="…" />
}
