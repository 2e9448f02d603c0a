import { z } from 'zod'

/** What a rich text may hold at most. */
export const RICH_TEXT_LIMITS = { nodes: 20_000, depth: 24, characters: 200_000 } as const

const href = z
  .string()
  .max(2_000)
  .regex(/^https?:\/\/[^\s]+$/i)
const align = z.enum(['left', 'center', 'right', 'justify']).nullable().optional()
const width = z.array(z.int().positive().max(10_000)).max(50).nullable().optional()
const span = z.int().min(1).max(50).optional()
const cell = z.strictObject({ colspan: span, rowspan: span, colwidth: width, align })

const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('underline') }),
  z.strictObject({ type: z.literal('strike') }),
  z.strictObject({
    type: z.literal('link'),
    attrs: z.strictObject({
      href,
      target: z.string().max(20).nullable().optional(),
      rel: z.string().max(100).nullable().optional(),
      class: z.string().max(100).nullable().optional(),
      title: z.string().max(200).nullable().optional(),
    }),
  }),
])

export type RichTextMark = z.infer<typeof mark>

/** A node of a rich text, as the editor writes it. */
export interface RichTextNode {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>> | undefined
  readonly content?: readonly RichTextNode[] | undefined
  readonly marks?: readonly RichTextMark[] | undefined
  readonly text?: string | undefined
}

const children = z.lazy(() => z.array(node).max(5_000).optional())
const block = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), content: children })
const withAttrs = <T extends string, A extends z.ZodType>(type: T, attrs: A) =>
  z.strictObject({ type: z.literal(type), attrs: attrs.optional(), content: children })

const node: z.ZodType<RichTextNode> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string().min(1).max(100_000),
    marks: z.array(mark).max(5).optional(),
  }),
  z.strictObject({ type: z.literal('hardBreak'), marks: z.array(mark).max(5).optional() }),
  z.strictObject({ type: z.literal('horizontalRule') }),
  withAttrs('paragraph', z.strictObject({ textAlign: align })),
  withAttrs('heading', z.strictObject({ level: z.int().min(1).max(4), textAlign: align })),
  block('bulletList'),
  withAttrs(
    'orderedList',
    z.strictObject({ start: z.int().min(0).max(9_999).optional(), type: z.string().max(2).nullable().optional() }),
  ),
  block('listItem'),
  block('blockquote'),
  block('table'),
  block('tableRow'),
  withAttrs('tableHeader', cell),
  withAttrs('tableCell', cell),
]) as z.ZodType<RichTextNode>

/**
 * A rich text as the editor writes it (ProseMirror JSON): only nodes and marks named here, links to http and https
 * only, a bounded size. Anything else is refused, so that it can be shown without being cleaned.
 */
export const richText: z.ZodType<RichTextDocument> = z
  .strictObject({ type: z.literal('doc'), content: z.array(node).max(5_000) })
  .refine((doc) => fits(doc.content), { message: 'input.rich-text-too-large' }) as z.ZodType<RichTextDocument>

/** A whole rich text. */
export interface RichTextDocument {
  readonly type: 'doc'
  readonly content: readonly RichTextNode[]
}

/** A rich text without anything in it. */
export const EMPTY_RICH_TEXT: RichTextDocument = { type: 'doc', content: [{ type: 'paragraph' }] }

const LINES = new Set(['paragraph', 'heading', 'tableRow', 'horizontalRule'])

/** The words of a rich text, a line a paragraph or table row, cells parted by tabs: for search, diffs and mails. */
export function plainText(doc: RichTextDocument): string {
  return doc.content
    .flatMap((one) => linesOf(one))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** A rich text of plain lines: what the demo and importers write. */
export function richTextOf(text: string): RichTextDocument {
  const content = text
    .split('\n')
    .map(
      (line): RichTextNode =>
        line.trim() === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] },
    )
  return { type: 'doc', content }
}

function linesOf(one: RichTextNode): string[] {
  if (one.type === 'tableRow') {
    return [(one.content ?? []).map((child) => (child.content ?? []).flatMap(linesOf).join(' ')).join('\t')]
  }
  if (LINES.has(one.type)) return [inline(one)]
  return (one.content ?? []).flatMap(linesOf)
}

function inline(one: RichTextNode): string {
  if (one.type === 'text') return one.text ?? ''
  if (one.type === 'hardBreak') return '\n'
  return (one.content ?? []).map(inline).join('')
}

function fits(content: readonly RichTextNode[]): boolean {
  let nodes = 0
  let characters = 0
  const walk = (list: readonly RichTextNode[], depth: number): boolean =>
    depth <= RICH_TEXT_LIMITS.depth &&
    list.every((one) => {
      nodes += 1
      characters += one.text?.length ?? 0
      return (
        nodes <= RICH_TEXT_LIMITS.nodes &&
        characters <= RICH_TEXT_LIMITS.characters &&
        walk(one.content ?? [], depth + 1)
      )
    })
  return walk(content, 1)
}
