const FIRST = 0xac00
const LAST = 0xd7a3
const PER_INITIAL = 588
const INITIALS = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ']

/** The 초성 of a text, other characters as they are. */
export function initialsOf(text: string): string {
  return [...text]
    .map((char) => {
      const code = char.codePointAt(0) ?? 0
      return code < FIRST || code > LAST ? char : (INITIALS[Math.floor((code - FIRST) / PER_INITIAL)] ?? char)
    })
    .join('')
}

/** Lower case without spaces and dots between words: what is typed and what is found are compared so. */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('ko')
    .replace(/[\s·ㆍ\-_]/g, '')
}

/** True when the words are 초성 only, as in `ㅌㅈㄱㅍ`. */
export function isInitials(query: string): boolean {
  return /^[ㄱ-ㅎ\s]+$/.test(query)
}
