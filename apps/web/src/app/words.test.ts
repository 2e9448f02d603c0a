import { describe, expect, it } from 'vitest'

interface Pair {
  readonly ko: Readonly<Record<string, string>>
  readonly en: Readonly<Record<string, string>>
}

const modules = {
  ...import.meta.glob<Record<string, unknown>>('../**/*words.ts', { eager: true }),
  ...import.meta.glob<Record<string, unknown>>('../../../admin/src/**/*words.ts', { eager: true }),
}

function isPair(value: unknown): value is Pair {
  return typeof value === 'object' && value !== null && 'ko' in value && 'en' in value
}

const pairs = Object.entries(modules).flatMap(([file, exported]) =>
  Object.values(exported)
    .filter(isPair)
    .map((pair) => [file, pair] as const),
)
const holes = (text: string) => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1]).sort()

describe('the words of every feature', () => {
  it('are found', () => expect(pairs.length).toBeGreaterThan(8))

  it.each(pairs)('%s says the same things in Korean and English', (_file, { ko, en }) => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(ko).sort())
    for (const [key, text] of Object.entries(ko)) {
      expect(text, key).not.toBe('')
      expect(holes(en[key] ?? ''), key).toEqual(holes(text))
    }
  })

  it.each(pairs)('%s speaks no Korean in its English', (_file, { en }) => {
    const allowed = /^(한국어)$/
    for (const [key, text] of Object.entries(en)) expect(/[가-힣]/.test(text) && !allowed.test(text), key).toBe(false)
  })
})
