import { EmptyState } from '@harmony/ui'

/** Being written. */
export function MailboxPage() {
  return <EmptyState title="…" />
}
