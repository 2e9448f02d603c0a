import { messages } from '@harmony/core/messages'
import { describe, expect, it } from 'vitest'
import { failureOf, failureText } from './errors.ts'

describe('errors in words', () => {
  it('fill the placeholders of the code’s sentence', () => {
    const failure = { code: 'input.too-long', field: 'title', params: { max: 200 } }
    expect(failureText(failure, 'ko', messages)).toBe('200자까지 입력할 수 있습니다.')
    expect(failureText(failure, 'en', messages)).toBe('Enter at most 200 characters.')
  })
  it('fall back to a general sentence for codes nobody knows', () => {
    expect(failureText({ code: 'no.such', field: null, params: {} }, 'en', messages)).toContain('Something went wrong')
  })
  it('take anything else for an unreachable service', () => {
    expect(failureOf(new TypeError('fetch failed'))).toEqual({ code: 'service.unavailable', field: null, params: {} })
  })
})
