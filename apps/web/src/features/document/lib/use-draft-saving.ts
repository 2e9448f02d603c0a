import { notify } from '@harmony/ui'
import { useQueryClient } from '@tanstack/react-query'
import { failureOf, useErrorText } from '../../../lib/errors.ts'
import { useTRPC, useTRPCClient } from '../../../lib/trpc.tsx'
import type { DocumentCard } from '../api.ts'
import { changedParts, type DraftContent } from './draft-form.ts'
import { useAutosave } from './use-autosave.ts'

/** Saves a draft while it is written; what else needs the saved state goes through here too. */
export function useDraftSaving(card: DocumentCard, content: DraftContent, onReread: () => void) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const documentId = card.id
  const saving = useAutosave({
    content,
    version: card.version,
    savedAt: card.changed.at,
    save: (next, before, version) =>
      client.document.save.mutate({ documentId, version, ...changedParts(next, before) }),
    isConflict: (error) => failureOf(error).code === 'document.changed-meanwhile',
  })
  /** After a conflict: goes on from the version that stands there now. */
  const takeOver = async () => {
    const queryOptions = trpc.document.document.queryOptions({ documentId })
    const now = await queryClient.fetchQuery({ ...queryOptions, staleTime: 0 })
    saving.goOnFrom(now.version)
  }
  /** Another kind has other fields: saved first, then everything is read anew. */
  const changeKind = async (kindKey: string) => {
    const version = await saving.flush()
    if (version === null || kindKey === card.kind.key) return
    try {
      await client.document.save.mutate({ documentId, version, kindKey })
      onReread()
    } catch (error) {
      notify.failed(errorText(error))
    }
  }
  return { saving, takeOver, changeKind }
}
