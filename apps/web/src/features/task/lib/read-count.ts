/** A typed number of people: null when left empty, undefined when it is no whole number from 0. */
export function readCount(typed: string): number | null | undefined {
  const plain = typed.replaceAll(',', '').trim()
  if (plain === '') return null
  return /^\d{1,10}$/.test(plain) ? Number(plain) : undefined
}
