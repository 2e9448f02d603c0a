import { useEffect, useRef, useState } from 'react'

const PAUSE_MS = 250

/**
 * Words being typed into a filter: told a moment after the last key, and following the filter when it is changed elsewhere.
 * @param value what the filter holds
 */
export function useTyped(
  value: string,
  onSettled: (words: string) => void,
): readonly [string, (words: string) => void] {
  const [typed, setTyped] = useState(value)
  const latest = useRef(onSettled)
  latest.current = onSettled
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => latest.current(typed), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, value])
  return [typed, setTyped]
}
