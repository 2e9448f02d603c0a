import { beforeAll, describe, expect, it } from 'vitest'
import { uiWords } from '../words.ts'
import { setupI18n } from './setup.ts'
import { defineWords, translate } from './words.ts'

describe('words', () => {
  beforeAll(() => setupI18n())

  it('exist in both languages with the same keys and placeholders', () => {
    const holes = (text: string) => [...text.matchAll(/\{(\w+)/g)].map((m) => m[1]).sort()
    expect(Object.keys(uiWords.en).sort()).toEqual(Object.keys(uiWords.ko).sort())
    for (const [key, text] of Object.entries(uiWords.ko)) {
      expect(holes(text), key).toEqual(holes(uiWords.en[key as keyof typeof uiWords.en]))
    }
  })

  it('take the Korean particle that fits the word before it', () => {
    expect(translate(uiWords, 'failed', { what: '민원 목록' })).toBe('민원 목록을 불러오지 못했습니다')
    expect(translate(uiWords, 'failed', { what: '점수' })).toBe('점수를 불러오지 못했습니다')
  })

  it('fill placeholders', () => {
    const words = defineWords({ ko: { hello: '{name} 님' }, en: { hello: 'Dear {name}' } })
    expect(translate(words, 'hello', { name: '한결' })).toBe('한결 님')
  })
})
