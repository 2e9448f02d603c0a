import type { KeyboardEvent } from 'react'
import { useCallback } from 'react'

/**
 * Enter to send that is safe with Korean input: while a syllable is being composed Enter only ends the syllable.
 * Shift+Enter makes a new line.
 * @param send what to do on Enter.
 */
export function useImeSafeEnter(send: () => void): (event: KeyboardEvent) => void {
  return useCallback(
    (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229) return
      event.preventDefault()
      send()
    },
    [send],
  )
}
