import { describe, expect, it } from 'vitest'
import { type Deed, doersOf, yearRanges } from './people.ts'

const deed = (name: string, year: number, kind: Deed['kind'], unit = '혁신팀'): Deed => ({
  person: { id: name, name },
  unit,
  year,
  kind,
})

describe('who has done a unit task', () => {
  it('has one line a person, the latest first, with the unit of the latest deed', () => {
    const found = doersOf([
      deed('김', 2004, 'card', '조직팀'),
      deed('이', 2005, 'document'),
      deed('김', 2005, 'card'),
      deed('김', 2005, 'document'),
      deed('박', 2003, 'card'),
    ])
    expect(found).toEqual([
      { id: '김', name: '김', unit: '혁신팀', years: [2004, 2005], cards: 2, documents: 1 },
      { id: '이', name: '이', unit: '혁신팀', years: [2005], cards: 0, documents: 1 },
      { id: '박', name: '박', unit: '혁신팀', years: [2003], cards: 1, documents: 0 },
    ])
  })

  it.each([
    [[2005], '2005'],
    [[2006, 2004, 2005, 2008], '2004–2006, 2008'],
    [[], ''],
  ])('says %j as %s', (years, text) => {
    expect(yearRanges(years)).toBe(text)
  })
})
