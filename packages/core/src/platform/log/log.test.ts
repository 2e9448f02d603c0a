import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { ValidationError } from '../../kernel/index.ts'
import { openLog, withLogFields } from './log.ts'

function capture() {
  const lines: Record<string, unknown>[] = []
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString('utf8')) as Record<string, unknown>)
      done()
    },
  })
  return { lines, log: openLog({ name: 'api', level: 'info', destination }) }
}

describe('the log', () => {
  it('carries the ids of the request on every line, across awaits', async () => {
    const { lines, log } = capture()
    await withLogFields({ requestId: 'r-1', tenantId: 't-1' }, async () => {
      await Promise.resolve()
      withLogFields({ procedure: 'petitions.take' }, () => log.info('taken'))
    })
    log.info('outside')
    expect(lines[0]).toMatchObject({ requestId: 'r-1', tenantId: 't-1', procedure: 'petitions.take', level: 'info' })
    expect(lines[1]).not.toHaveProperty('requestId')
  })

  it('never holds the words of an error, for they quote values', () => {
    const { lines, log } = capture()
    const cause = Object.assign(new Error('Key (email)=(kim@example.kr) already exists'), { code: '23505' })
    log.error({ err: new Error('Failed query: insert … params: kim@example.kr', { cause }) }, 'failed')
    expect(JSON.stringify(lines)).not.toContain('kim@example.kr')
    expect(lines[0]).toMatchObject({ err: { type: 'Error', cause: { code: '23505' } } })
  })

  it('holds the code of a failure a user may cause', () => {
    const { lines, log } = capture()
    log.warn({ err: new ValidationError('input.too-long', { field: 'title' }) }, 'refused')
    expect(lines[0]).toMatchObject({ err: { type: 'ValidationError', code: 'input.too-long', field: 'title' } })
  })
})
