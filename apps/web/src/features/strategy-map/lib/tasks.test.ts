import { describe, expect, it } from 'vitest'
import { countTasks, isOnTrack, type MapTask } from './tasks.ts'

const task = (state: MapTask['state'], flagged = false): MapTask => ({
  taskCardId: '0198f0aa-0000-7000-8000-000000000000',
  name: '과제',
  unitName: null,
  state,
  flagged,
  watched: false,
})

describe('tasks on an objective', () => {
  it('are blue on track, red when delayed or flagged weak', () => {
    expect([task('on-track'), task('delayed'), task('on-track', true), task('delayed', true)].map(isOnTrack)).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(countTasks([task('on-track'), task('delayed'), task('on-track', true)])).toEqual({ ok: 1, bad: 2 })
    expect(countTasks([])).toEqual({ ok: 0, bad: 0 })
  })
})
