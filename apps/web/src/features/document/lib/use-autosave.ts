import { useCallback, useEffect, useRef, useState } from 'react'

/** How saving stands. `conflict`: somebody else saved meanwhile, nothing is sent until the reader has decided. */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict'

export interface Autosave {
  readonly state: SaveState
  readonly savedAt: string
  readonly error: unknown
  /** Sends what is not saved yet at once. Resolves to the version that stands, or null when it could not be saved. */
  readonly flush: () => Promise<number | null>
  /** Goes on from another version: after a conflict, or after an act that saved by itself. */
  readonly goOnFrom: (version: number) => void
}

interface AutosaveOptions<T> {
  readonly content: T
  readonly version: number
  readonly savedAt: string
  /** Saves what has changed on top of the version it is given. */
  readonly save: (content: T, before: T, version: number) => Promise<{ version: number; savedAt: string }>
  readonly isConflict: (error: unknown) => boolean
}

const PAUSE_MS = 1200

/**
 * Saves a form a moment after its last change: one save at a time, each on the version the last one answered. What
 * could not be saved stays in the form and is sent again with the next change, or when asked to.
 */
export function useAutosave<T>({ content, version, savedAt, save, isConflict }: AutosaveOptions<T>): Autosave {
  const [state, setState] = useState<SaveState>('saved')
  const [at, setAt] = useState(savedAt)
  const [error, setError] = useState<unknown>(null)
  const latest = useRef({ content, save, isConflict })
  latest.current = { content, save, isConflict }
  const stored = useRef(content)
  const known = useRef(version)
  const running = useRef<Promise<number | null> | null>(null)
  const stopped = useRef(false)

  const flush = useCallback((): Promise<number | null> => {
    const once = async (): Promise<number | null> => {
      const sending = latest.current.content
      if (same(sending, stored.current)) return known.current
      setState('saving')
      try {
        const done = await latest.current.save(sending, stored.current, known.current)
        known.current = done.version
        stored.current = sending
        setAt(done.savedAt)
        setError(null)
        setState(same(latest.current.content, sending) ? 'saved' : 'unsaved')
      } catch (failure) {
        setError(failure)
        stopped.current = latest.current.isConflict(failure)
        setState(stopped.current ? 'conflict' : 'failed')
        return null
      }
      return same(latest.current.content, stored.current) ? known.current : once()
    }
    if (stopped.current) return Promise.resolve(null)
    running.current ??= once().finally(() => {
      running.current = null
    })
    return running.current
  }, [])

  useEffect(() => {
    if (same(content, stored.current) || stopped.current) return
    setState((now) => (now === 'saving' ? now : 'unsaved'))
    const timer = setTimeout(() => void flush(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [content, flush])

  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      if (same(latest.current.content, stored.current)) return
      event.preventDefault()
      void flush()
    }
    window.addEventListener('beforeunload', onLeave)
    return () => {
      window.removeEventListener('beforeunload', onLeave)
      void flush()
    }
  }, [flush])

  const goOnFrom = useCallback(
    (next: number) => {
      known.current = next
      stopped.current = false
      setState('unsaved')
      void flush()
    },
    [flush],
  )
  return { state, savedAt: at, error, flush, goOnFrom }
}

/** Equal in what would be sent; key order is the form's own and does not change. */
function same<T>(a: T, b: T): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
