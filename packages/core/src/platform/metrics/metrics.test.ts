import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type TestDatabase, testDatabase } from '../../../testing/index.ts'
import { defineEvent, emit, withTenant } from '../index.ts'
import { openMetrics } from './metrics.ts'

describe('the figures of a process', () => {
  let t: TestDatabase
  beforeAll(async () => {
    t = await testDatabase()
  }, 60_000)
  afterAll(() => t.close())

  it('tell requests by route and status, events that wait, and open streams', async () => {
    const metrics = openMetrics(t.app)
    metrics.countLiveReaders(() => 7)
    metrics.request({ route: 'petitions.take', status: 200, seconds: 0.02 })
    metrics.transaction({ waitedSeconds: 0, heldSeconds: 0.004 })
    metrics.batch({ events: 3, seconds: 0.01 })
    const happened = defineEvent('test.happened', z.object({}))
    await withTenant(t.ctx('mogaha'), (tx) => emit(tx, happened.of({})))
    const { body } = await metrics.text()
    expect(body).toContain('harmony_http_request_seconds_count{route="petitions.take",status="200"} 1')
    expect(body).toContain('harmony_outbox_pending 1')
    expect(body).toContain('harmony_events_consumed_total 3')
    expect(body).toContain('harmony_live_readers 7')
    expect(body).toMatch(/harmony_outbox_oldest_seconds 0\.\d+/)
  })

  it('leave out what the database does not tell, and still answer', async () => {
    const gone = await testDatabase()
    const metrics = openMetrics(gone.app)
    await gone.close()
    expect((await metrics.text()).body).toContain('harmony_pool_in_use 0')
  })
})
