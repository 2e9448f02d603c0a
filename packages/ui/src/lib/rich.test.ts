import { describe, expect, it } from 'vitest'
import { EMPTY_RICH, isRichEmpty, type RichNode, richLines, safeHref } from './rich.ts'

const text = (words: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })

describe('a rich text in plain lines', () => {
  it('keeps paragraphs, list items and table rows apart', () => {
    const doc: RichNode = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: '목적' }] },
        { type: 'orderedList', content: [{ type: 'listItem', content: [text('하나'), text('덧붙임')] }] },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [
                { type: 'tableHeader', content: [text('구분')] },
                { type: 'tableCell', content: [text('내용')] },
              ],
            },
          ],
        },
      ],
    }
    expect(richLines(doc)).toEqual(['목적', '1. 하나', '  덧붙임', '구분 | 내용'])
  })

  it('is empty without a word', () => {
    expect(isRichEmpty(EMPTY_RICH)).toBe(true)
    expect(isRichEmpty({ type: 'doc', content: [text('가')] })).toBe(false)
  })
})

describe('a link', () => {
  it('leads to the web only', () => {
    expect(safeHref('https://www.go.kr')).toBe('https://www.go.kr')
    for (const href of [
      'javascript:alert(1)',
      '//elsewhere.example',
      '/mogaha',
      'mailto:a@b.kr',
      'data:text/html,x',
      3,
    ])
      expect(safeHref(href)).toBeNull()
  })
})
