import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../testing/index.ts'
import { withTenant } from '../../platform/index.ts'
import { recordAchievement, removeAchievement } from './achievement.store.ts'
import { taskCardsByIds } from './card.store.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.close())
describe('x', () => {
  it('y', async () => {
    await withTenant(t.ctx('mogaha'), async (tx) => {
      expect(await taskCardsByIds(tx, ['00000000-0000-7000-8000-000000000000'])).toEqual([])
      await removeAchievement(tx, 'schedule', '00000000-0000-7000-8000-000000000000')
      await expect(
        recordAchievement(tx, {
          taskCardIds: ['00000000-0000-7000-8000-000000000000'],
          kind: 'schedule',
          subjectId: '00000000-0000-7000-8000-000000000000',
          occurredAt: new Date(),
          title: 'x',
          personId: null,
          unitId: null,
          audience: { unitIds: null, personIds: [] },
        }),
      ).rejects.toThrow('task.not-found')
    })
  })
})
