import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'

/** What the form holds while it is being written. */
export interface DraftFields {
  readonly serviceKey: string | null
  readonly title: string
  readonly body: string
  readonly visibility: 'private' | 'public'
  readonly fileIds: readonly string[]
}

export interface SavedDraft {
  readonly draftId: string
  readonly version: number
  readonly savedAt: string
}

const PAUSE_MS = 1200

/**
 * Saves the draft a moment after the last change. A refused save leaves the text where it is and shows why.
 * @param enabled false for guests and while nothing has been written
 */
export function useDraft(fields: DraftFields, enabled: boolean, known: SavedDraft | null) {
  const trpc = useTRPC()
  const [saved, setSaved] = useState<SavedDraft | null>(known)
  const latest = useRef(saved)
  latest.current = saved
  const { mutate, error } = useMutation(trpc.customer.saveDraft.mutationOptions({ onSuccess: setSaved }))
  const content = JSON.stringify(fields)
  const first = useRef(content)
  useEffect(() => {
    if (!enabled || content === first.current) return
    const timer = setTimeout(() => {
      const { fileIds, ...rest }: DraftFields = JSON.parse(content)
      const target = latest.current ? { draftId: latest.current.draftId, version: latest.current.version } : {}
      mutate({ ...rest, fileIds: [...fileIds], ...target })
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [content, enabled, mutate])
  return { saved, error }
}
