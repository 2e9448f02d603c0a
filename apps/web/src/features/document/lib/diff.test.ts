import { describe, expect, it } from 'vitest'
import { diffLines, sideOf } from './diff.ts'

describe('comparing two versions', () => {
  it('shows equal lines once', () => {
    expect(diffLines(['가', '나'], ['가', '나']).map((line) => line.kind)).toEqual(['same', 'same'])
  })

  it('marks the words that changed within a line', () => {
    const [line] = diffLines(['팀제 매뉴얼 제작 계획'], ['팀제 매뉴얼 제작·보급 계획'])
    expect(line?.kind).toBe('changed')
    expect(
      line &&
        sideOf(line, 'before')
          .map((part) => part.text)
          .join(''),
    ).toBe('팀제 매뉴얼 제작 계획')
    expect(
      line &&
        sideOf(line, 'after')
          .map((part) => part.text)
          .join(''),
    ).toBe('팀제 매뉴얼 제작·보급 계획')
    expect(line?.parts.filter((part) => part.kind === 'added')).toEqual([{ kind: 'added', text: '제작·보급' }])
  })

  it('keeps lines without a common word apart', () => {
    expect(diffLines(['가나다'], ['라마바']).map((line) => line.kind)).toEqual(['removed', 'added'])
  })

  it('finds a line put between', () => {
    expect(diffLines(['가', '다'], ['가', '나', '다']).map((line) => line.kind)).toEqual(['same', 'added', 'same'])
  })

  it('loses nothing of either side', () => {
    const before = ['하나 둘', '셋', '', '넷 다섯 여섯']
    const after = ['하나', '셋 넷', '넷 여섯', '일곱']
    const lines = diffLines(before, after)
    const side = (which: 'before' | 'after', skip: string) =>
      lines
        .filter((line) => line.kind !== skip)
        .map((line) =>
          sideOf(line, which)
            .map((part) => part.text)
            .join(''),
        )
    expect(side('before', 'added')).toEqual(before)
    expect(side('after', 'removed')).toEqual(after)
  })
})
