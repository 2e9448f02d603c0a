import { notify, type Translate, useWords } from '@harmony/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useErrorText } from '../../lib/errors.ts'
import { type ApiOutputs, useTRPC } from '../../lib/trpc.tsx'
import { recordWords } from './words.ts'

export type ScheduleLine = ApiOutputs['record']['schedules']['rows'][number]
export type Schedule = ApiOutputs['record']['schedule']
export type Memo = ApiOutputs['record']['memo']
export type MemoLine = ApiOutputs['record']['memos']['rows'][number]
export type Meeting = ApiOutputs['record']['meeting']
export type MeetingLine = ApiOutputs['record']['meetings']['rows'][number]
export type PersonLine = ApiOutputs['record']['people']['rows'][number]
export type ChangeLine = Schedule['changes'][number]
export type Scope = Schedule['scope']
export type TaskLine = Schedule['tasks'][number]

type Word = keyof (typeof recordWords)['ko']

const SCOPES = {
  participants: 'scopeParticipants',
  unit: 'scopeUnit',
  bureau: 'scopeBureau',
  agency: 'scopeAgency',
} as const satisfies Record<Scope, Word>

/** The word of a scope. */
export function scopeWord(scope: Scope, t: Translate<Word>): string {
  return t(SCOPES[scope])
}

/** Every scope as a choice, the narrowest first. */
export function scopeOptions(t: Translate<Word>): { id: Scope; label: string }[] {
  return (Object.keys(SCOPES) as Scope[]).map((id) => ({ id, label: t(SCOPES[id]) }))
}

/** What every act on a record does afterwards: all of the area is read again; a refusal is said in words. */
export function useRecordAct(onDone?: () => void) {
  const t = useWords(recordWords)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const refresh = useCallback(
    () => queryClient.invalidateQueries({ queryKey: trpc.record.pathKey() }),
    [queryClient, trpc],
  )
  return {
    onSuccess: async () => {
      onDone?.()
      await refresh()
      notify.done(t('done'))
    },
    onError: async (error: unknown) => {
      notify.failed(errorText(error))
      await refresh()
    },
  }
}
