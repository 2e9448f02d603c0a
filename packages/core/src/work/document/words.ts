const INITIALS = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ']

/** Whether every word of a search stands in one of the texts; consonants alone match first letters (초성). */
export function matches(search: string, texts: readonly (string | null | undefined)[]): boolean {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean)
  const known = texts.filter((text) => typeof text === 'string').map((text) => text.toLowerCase())
  return wanted.every((word) => known.some((text) => text.includes(word) || initialsOf(text).includes(word)))
}

function initialsOf(text: string): string {
  return [...text]
    .map((letter) => {
      const code = letter.charCodeAt(0) - 0xac00
      return code >= 0 && code < 11_172 ? (INITIALS[Math.floor(code / 588)] ?? letter) : letter
    })
    .join('')
}
