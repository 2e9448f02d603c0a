import { EmptyState } from '@harmony/ui'

/** Being written. */
export function CitizenHome() {
  return <EmptyState title="…" />
}
