import { EmptyState } from '@harmony/ui'

/** Being written. */
export function RequestPage() {
  return <EmptyState title="…" />
}
