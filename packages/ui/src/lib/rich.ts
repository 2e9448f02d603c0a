/** A mark on a stretch of text: bold, italic, underline, link. */
export interface RichMark {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>> | undefined
}

/** A node of a rich text, in the form the editor stores it. */
export interface RichNode {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>> | undefined
  readonly content?: readonly RichNode[] | undefined
  readonly marks?: readonly RichMark[] | undefined
  readonly text?: string | undefined
}

/** A whole rich text. */
export interface RichDoc extends RichNode {
  readonly type: 'doc'
  readonly content: readonly RichNode[]
}

/** A rich text that says nothing yet. */
export const EMPTY_RICH: RichDoc = { type: 'doc', content: [{ type: 'paragraph' }] }

const BLOCKS = new Set(['paragraph', 'heading'])

/**
 * The lines of a rich text as plain words: one for each paragraph, list items marked, cells of a table row joined.
 * For comparing versions and for lists of documents.
 */
export function richLines(node: RichNode): string[] {
  switch (node.type) {
    case 'bulletList':
    case 'orderedList':
      return (node.content ?? []).flatMap((item, index) => {
        const [first = '', ...rest] = (item.content ?? []).flatMap(richLines)
        const mark = node.type === 'bulletList' ? '-' : `${index + 1}.`
        return [`${mark} ${first}`, ...rest.map((line) => `  ${line}`)]
      })
    case 'tableRow':
      return [(node.content ?? []).map((cell) => (cell.content ?? []).flatMap(richLines).join(' ')).join(' | ')]
    default:
      return BLOCKS.has(node.type) ? [inline(node)] : (node.content ?? []).flatMap(richLines)
  }
}

/** Whether there is no word in it. */
export function isRichEmpty(node: RichNode): boolean {
  return richLines(node).every((line) => line.trim() === '')
}

/** Where a link may lead: the web, by an address in full. Anything else is shown as plain text. */
export function safeHref(href: unknown): string | null {
  return typeof href === 'string' && /^https?:\/\/\S+$/i.test(href) ? href : null
}

function inline(node: RichNode): string {
  return (node.content ?? []).map((part) => (part.type === 'hardBreak' ? '\n' : (part.text ?? ''))).join('')
}
