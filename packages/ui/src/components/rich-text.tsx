import { Fragment, type ReactNode } from 'react'
import { type RichMark, type RichNode, safeHref } from '../lib/rich.ts'

/** Shows a rich text for reading and printing, without the editor's code. Unknown nodes show their content. */
export function RichText({ doc }: { readonly doc: RichNode }) {
  return <div className="h-rich">{children(doc)}</div>
}

function children(node: RichNode): ReactNode {
  // Nodes have no ids of their own; the text is never changed in place here.
  return (node.content ?? []).map((child, index) => <Fragment key={index}>{show(child)}</Fragment>)
}

function show(node: RichNode): ReactNode {
  switch (node.type) {
    case 'text':
      return (node.marks ?? []).reduce<ReactNode>(marked, node.text ?? '')
    case 'hardBreak':
      return <br />
    case 'paragraph':
      return <p>{node.content?.length ? children(node) : <br />}</p>
    case 'heading':
      return node.attrs?.['level'] === 1 ? <h3>{children(node)}</h3> : <h4>{children(node)}</h4>
    case 'bulletList':
      return <ul>{children(node)}</ul>
    case 'orderedList':
      return <ol start={numberOf(node.attrs?.['start'], 1)}>{children(node)}</ol>
    case 'blockquote':
      return <blockquote>{children(node)}</blockquote>
    case 'horizontalRule':
      return <hr />
    case 'listItem':
      return <li>{children(node)}</li>
    case 'table':
      return (
        <div className="h-rich-table">
          <table>
            <tbody>{children(node)}</tbody>
          </table>
        </div>
      )
    case 'tableRow':
      return <tr>{children(node)}</tr>
    case 'tableHeader':
      return <th {...spans(node)}>{children(node)}</th>
    case 'tableCell':
      return <td {...spans(node)}>{children(node)}</td>
    default:
      return children(node)
  }
}

function marked(content: ReactNode, mark: RichMark): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{content}</strong>
    case 'italic':
      return <em>{content}</em>
    case 'underline':
      return <u>{content}</u>
    case 'strike':
      return <s>{content}</s>
    case 'link': {
      const href = safeHref(mark.attrs?.['href'])
      return href === null ? (
        content
      ) : (
        <a href={href} target="_blank" rel="noopener noreferrer nofollow">
          {content}
        </a>
      )
    }
    default:
      return content
  }
}

function spans(node: RichNode): { colSpan?: number; rowSpan?: number } {
  const colSpan = numberOf(node.attrs?.['colspan'], 1)
  const rowSpan = numberOf(node.attrs?.['rowspan'], 1)
  return { ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) }
}

function numberOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 1000 ? value : otherwise
}
