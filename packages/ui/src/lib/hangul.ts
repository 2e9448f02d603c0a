import { disassemble, getChoseong } from 'es-hangul'

const INITIALS_ONLY = /^[ㄱ-ㅎ\s]+$/

function plain(text: string): string {
  return text.toLocaleLowerCase('ko').replace(/[\s·\-_]/g, '')
}

/**
 * True when what was typed finds the text: as a part of it, half-typed syllables included ("전랴" finds "전략체계도"),
 * or by initials only ("ㅈㄹㅊㄱㄷ").
 */
export function matchHangul(query: string, text: string): boolean {
  const wanted = plain(query)
  if (wanted === '') return true
  const within = plain(text)
  if (INITIALS_ONLY.test(query)) return plain(getChoseong(within)).includes(wanted)
  return within.includes(wanted) || disassemble(within).includes(disassemble(wanted))
}

/**
 * Where in the text what was typed stands, to be marked: the first place, initials counted as the syllables they begin.
 * Null when it is found by half-typed syllables only, or not at all.
 */
export function foundAt(query: string, text: string): { readonly start: number; readonly end: number } | null {
  const wanted = plain(query)
  if (wanted === '') return null
  const byInitials = INITIALS_ONLY.test(query)
  const kept = [...text].flatMap((char, at) => {
    const shown = plain(byInitials ? getChoseong(char) || char : char)
    return shown === '' ? [] : [{ at, char: [...shown][0] ?? '' }]
  })
  const place = kept
    .map(({ char }) => char)
    .join('')
    .indexOf(wanted)
  const first = kept[place]
  const last = kept[place + [...wanted].length - 1]
  return place === -1 || first === undefined || last === undefined ? null : { start: first.at, end: last.at + 1 }
}
