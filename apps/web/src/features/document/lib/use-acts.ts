import { notify, useWords } from '@harmony/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { failureOf, useErrorText } from '../../../lib/errors.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { cardWords } from '../card-words.ts'

/** Refusals after which the page shows something old: read again. */
const STALE = /changed|already|not-your-turn|not-in-review|gone/

/** What every act on a document does afterwards: read again; a conflict says who was faster, closes and reads again. */
export function useActOptions(documentId: string, words: string, onDone: () => void) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: trpc.document.pathKey() }),
      queryClient.invalidateQueries({ queryKey: trpc.dispatch.pathKey() }),
    ])
  return {
    onSuccess: async () => {
      onDone()
      notify.done(words)
      await refresh()
    },
    onError: async (error: unknown) => {
      notify.failed(errorText(error))
      if (!STALE.test(failureOf(error).code)) return
      onDone()
      await queryClient.invalidateQueries({ queryKey: trpc.document.document.queryKey({ documentId }) })
    },
  }
}

/** 문서처리; on approval the toast names the number. */
export function useProcess(documentId: string, onDone: () => void) {
  const t = useWords(cardWords)
  const trpc = useTRPC()
  const options = useActOptions(documentId, t('done'), onDone)
  const queryClient = useQueryClient()
  return useMutation(
    trpc.document.process.mutationOptions({
      ...options,
      onSuccess: async (done) => {
        if (done.state !== 'approved' || done.number === null) return options.onSuccess()
        onDone()
        notify.done(t('doneNumber', { number: done.number }))
        await queryClient.invalidateQueries()
      },
    }),
  )
}
