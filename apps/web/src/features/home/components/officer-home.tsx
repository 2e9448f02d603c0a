import { EmptyState } from '@harmony/ui'

/** Being written. */
export function OfficerHome() {
  return <EmptyState title="…" />
}
