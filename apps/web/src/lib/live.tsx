import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { TopicHub, type TopicListener } from './topic-hub.ts'
import { useTRPCClient } from './trpc.tsx'

const HubContext = createContext<TopicHub | null>(null)
const SETTLE_MS = 50

/** Holds the one live connection of the page; reconnects by itself and has everything read again after a gap. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const client = useTRPCClient()
  const [topics, setTopics] = useState<readonly string[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const hub = useMemo(
    () =>
      new TopicHub((next) => {
        clearTimeout(timer.current)
        timer.current = setTimeout(() => setTopics(next), SETTLE_MS)
      }),
    [],
  )
  const key = topics.join('\n')
  useEffect(() => {
    if (key === '') return
    let begun = false
    const subscription = client.live.topics.subscribe(
      { topics: key.split('\n') },
      {
        onData: (frame) => {
          if (frame.kind === 'stale') for (const topic of frame.topics) hub.tell(topic)
          // A second beginning follows a gap in which anything may have changed.
          else if (begun) hub.tellAll()
          else begun = true
        },
      },
    )
    return () => subscription.unsubscribe()
  }, [client, hub, key])
  return <HubContext.Provider value={hub}>{children}</HubContext.Provider>
}

/** Calls `onTouch` whenever the server says something under one of the topics changed, and after a lost connection. */
export function useTopics(topics: readonly string[], onTouch: TopicListener): void {
  const hub = useContext(HubContext)
  const latest = useRef(onTouch)
  latest.current = onTouch
  const key = topics.join('\n')
  useEffect(() => {
    if (!hub || key === '') return
    const stops = key.split('\n').map((topic) => hub.add(topic, (touched) => latest.current(touched)))
    return () => {
      for (const stop of stops) stop()
    }
  }, [hub, key])
}

/**
 * Reads queries again when a topic is touched.
 * @param topics as in `petition:<id>`, `queue:<unitId>`, `scores`
 * @param queryKeys keys (or their beginnings) to invalidate, as `trpc.x.y.queryKey()` gives them
 */
export function useLiveQueries(topics: readonly string[], queryKeys: readonly (readonly unknown[])[]): void {
  const queryClient = useQueryClient()
  useTopics(topics, () => {
    for (const queryKey of queryKeys) void queryClient.invalidateQueries({ queryKey })
  })
}
