import { messages } from '@harmony/core/messages'
import { describe, expect, it } from 'vitest'
import { failureOf, failureText } from './errors.ts'

describe('errors in words', () => {
  it('fill the placeholders of the code’s sentence', () => {
    const failure = { code: 'input.too-long', field: 'title', params: { max: 200 } }
    expect(failureText(failure, 'ko', messages)).toBe('200자까지 입력할 수 있습니다.')
    expect(failureText(failure, 'en', messages)).toBe('Enter at most 200 characters.')
  })
  it('say moments and days as people read them, in Seoul’s time', () => {
    const params = { who: '김담당', at: '2026-11-22T01:24:00.000Z' }
    expect(failureText({ code: 'task.changed-meanwhile', field: null, params }, 'ko', messages)).toContain(
      '김담당 님이 11월 22일 10:24에',
    )
    const done = { code: 'task.phase-done', field: null, params: { phase: '법령개정', date: '2005-03-24' } }
    expect(failureText(done, 'en', messages)).toContain('24 Mar 2005')
  })
  it('fall back to a general sentence for codes nobody knows', () => {
    expect(failureText({ code: 'no.such', field: null, params: {} }, 'en', messages)).toContain('Something went wrong')
  })
  it('take anything else for an unreachable service', () => {
    expect(failureOf(new TypeError('fetch failed'))).toEqual({ code: 'service.unavailable', field: null, params: {} })
  })
})
