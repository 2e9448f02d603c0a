import { describe, expect, it } from 'vitest'
import { asInput, isNarrowed, readFilter, writeFilter } from './api.ts'

describe('the filter of the task list', () => {
  it('is empty for an empty address, and so is what it writes', () => {
    const filter = readFilter({})
    expect(Object.values(writeFilter(filter)).filter(Boolean)).toEqual([])
    expect(asInput(filter)).toEqual({ scope: 'all', status: 'active', sort: 'due', order: 'asc' })
    expect(isNarrowed(filter)).toBe(false)
  })

  it('reads back what it wrote', () => {
    const unit = '01a203bc-c5ef-7483-bb95-8b29f9254189'
    const filter = readFilter({
      scope: 'mine',
      state: 'delayed',
      kind: 'annual-report',
      watched: '1',
      status: 'all',
      q: '팀제',
      unit,
      year: '2005',
      asOf: '2005-10-10',
      sort: 'name',
      order: 'desc',
    })
    expect(readFilter(writeFilter(filter))).toEqual(filter)
    expect(asInput(filter)).toEqual({
      scope: 'mine',
      state: 'delayed',
      kind: 'annual-report',
      watched: true,
      search: '팀제',
      unitId: unit,
      year: 2005,
      asOf: '2005-10-10',
      sort: 'name',
      order: 'desc',
    })
  })

  it('lets what it does not know fall back to the usual', () => {
    expect(
      readFilter({ scope: 'x', state: 'y', kind: 'z', unit: "'; --", year: 'MMV', asOf: 'today', sort: 'q' }),
    ).toEqual(readFilter({}))
  })
})
