import { useState } from 'react'

/** One key for one form: pressing twice, or a lost answer, makes nothing twice. */
export function useIdempotencyKey(): string {
  const [key] = useState(() => crypto.randomUUID())
  return key
}
