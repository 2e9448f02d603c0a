import { ErrorState, Skeleton } from '@harmony/ui'
import type { ReactNode } from 'react'
import { useErrorText } from './errors.ts'

/** The part of a query a panel needs. */
interface QueryLike<T> {
  readonly data: T | undefined
  readonly error: unknown
  readonly refetch: () => unknown
}

export interface QueryPanelProps<T> {
  readonly query: QueryLike<T>
  /** What is loaded, as a noun, for the error's sentence. */
  readonly what: string
  readonly lines?: number
  readonly children: (data: T) => ReactNode
}

/** Shows a query's data; until then a late skeleton, or what failed with a way to retry. */
export function QueryPanel<T>({ query, what, lines = 4, children }: QueryPanelProps<T>) {
  const errorText = useErrorText()
  if (query.data !== undefined) return children(query.data)
  if (query.error)
    return <ErrorState what={what} reason={errorText(query.error)} onRetry={() => void query.refetch()} />
  return <Skeleton lines={lines} />
}
