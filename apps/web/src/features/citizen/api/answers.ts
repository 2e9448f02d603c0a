import type { ApiOutputs } from '../../../lib/trpc.tsx'

export type Area = ApiOutputs['customer']['catalogue']['areas'][number]
export type Draft = ApiOutputs['customer']['drafts']['drafts'][number]

/** What has been written in the wizard so far. */
export interface Answers {
  readonly area: string | null
  readonly serviceKey: string | null
  readonly title: string
  readonly body: string
  readonly visibility: 'private' | 'public'
}
