import { EmptyState } from '@harmony/ui'

/** Being written. */
export function RegisterPage() {
  return <EmptyState title="…" />
}
