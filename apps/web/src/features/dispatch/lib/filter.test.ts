import { describe, expect, it } from 'vitest'
import { isNarrowed, readFilter, receivedInput, sentInput, showsReceived } from './filter.ts'

describe('the boxes of sent and received documents', () => {
  it.each([
    [{}, true, { scope: 'unit' }],
    [
      { box: 'received', scope: 'mine', state: 'open', q: '팀제' },
      true,
      { scope: 'mine', state: 'open', search: '팀제' },
    ],
    [{ box: 'returned', which: 'recalled' }, true, { scope: 'unit', state: 'recalled' }],
    [{ box: 'returned', which: 'returned' }, true, { scope: 'unit', state: 'refused' }],
    [{ box: 'to-release', state: 'closed' }, false, { scope: 'to-release' }],
    [{ box: 'sent', scope: 'all', from: '2005-08-01' }, false, { scope: 'all', state: 'sent', from: '2005-08-01' }],
    [{ box: 'returned', which: 'withdrawn' }, false, { scope: 'unit', state: 'withdrawn' }],
    [{ box: 'returned' }, false, { scope: 'unit', state: 'sent-back' }],
    [{ box: 'x', scope: 'y', state: 'z', from: '어제', which: 'w' }, true, { scope: 'unit' }],
  ])('%j asks for what its address says', (search, received, input) => {
    const filter = readFilter(search)
    expect(showsReceived(filter)).toBe(received)
    expect(received ? receivedInput(filter) : sentInput(filter)).toEqual(input)
  })

  it('knows whether something narrows it', () => {
    expect(isNarrowed(readFilter({ box: 'sent', scope: 'mine' }))).toBe(false)
    expect(isNarrowed(readFilter({ q: '팀제' }))).toBe(true)
    expect(isNarrowed(readFilter({ to: '2005-08-31' }))).toBe(true)
  })
})
