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
