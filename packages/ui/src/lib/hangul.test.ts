import { describe, expect, it } from 'vitest'
import { foundAt, matchHangul } from './hangul.ts'

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

describe('marking what was found', () => {
  it.each([
    ['매뉴얼', '팀제 매뉴얼 제작', { start: 3, end: 6 }],
    ['제작보급', '매뉴얼 제작·보급 계획', { start: 4, end: 9 }],
    ['ㅅㄷㅇㄹ', '혁신 학습동아리', { start: 4, end: 8 }],
    ['동아', '혁신학습동아리', { start: 4, end: 6 }],
    ['gang', 'Gangnam-gu', { start: 0, end: 4 }],
    ['전랴', '전략체계도', null],
    ['', '전략체계도', null],
  ])('%s in %s', (query, text, place) => {
    expect(foundAt(query, text)).toEqual(place)
  })
})
