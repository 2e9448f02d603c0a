interface Node {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly Node[]
  readonly text?: string
}

const text = (words: string): Node[] => (words === '' ? [] : [{ type: 'text', text: words }])
const paragraph = (words: string): Node => ({ type: 'paragraph', content: text(words) })

/** Lines as a rich text: `# ` heads a part, `- ` is an item of a list, anything else a paragraph. */
export function richLines(lines: readonly string[]) {
  const content: Node[] = []
  let items: Node[] = []
  const close = () => {
    if (items.length > 0) content.push({ type: 'bulletList', content: items })
    items = []
  }
  for (const line of lines) {
    if (line.startsWith('- ')) {
      items.push({ type: 'listItem', content: [paragraph(line.slice(2))] })
      continue
    }
    close()
    if (line.startsWith('# ')) content.push({ type: 'heading', attrs: { level: 1 }, content: text(line.slice(2)) })
    else content.push(paragraph(line))
  }
  close()
  return { type: 'doc' as const, content }
}
