import { EmptyState } from '@harmony/ui'

/** Being written. */
export function StrategyMapPage() {
  return <EmptyState title="…" />
}
