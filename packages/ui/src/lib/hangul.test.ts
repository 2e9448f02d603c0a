import { describe, expect, it } from 'vitest'
import { matchHangul } from './hangul.ts'

describe('finding a Korean text', () => {
  it('finds by initials', () => {
    expect(matchHangul('ㅈㄹㅊㄱㄷ', '전략체계도')).toBe(true)
    expect(matchHangul('ㅎㅈㅈㅊ', '행정자치부')).toBe(true)
    expect(matchHangul('ㄱㄴㄱ', '행정자치부')).toBe(false)
  })
  it('finds by a part, spaces and case aside', () => {
    expect(matchHangul('민원 접수', '새 민원접수')).toBe(true)
    expect(matchHangul('gang', '강남구 Gangnam-gu')).toBe(true)
  })
  it('finds while a syllable is still being typed', () => {
    expect(matchHangul('전랴', '전략체계도')).toBe(true)
  })
  it('finds everything when nothing is typed', () => {
    expect(matchHangul('  ', '강남구')).toBe(true)
  })
})
