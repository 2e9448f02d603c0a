import { foundAt } from '@harmony/ui'

/** A text in which what was looked for is marked. */
export function Marked({ text, query }: { readonly text: string; readonly query: string }) {
  const place = foundAt(query, text)
  if (place === null) return text
  const chars = [...text]
  return (
    <>
      {chars.slice(0, place.start).join('')}
      <mark className="f-mark">{chars.slice(place.start, place.end).join('')}</mark>
      {chars.slice(place.end).join('')}
    </>
  )
}
