import type { Extensions } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { Link } from '@tiptap/extension-link'
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Text } from '@tiptap/extension-text'
import { Underline } from '@tiptap/extension-underline'
import { Placeholder, UndoRedo } from '@tiptap/extensions'
import { safeHref } from './rich.ts'

/** Headings stand below the page's own (h1 page, h2 panel). */
const BodyHeading = Heading.extend({
  renderHTML({ node, HTMLAttributes }) {
    return [node.attrs['level'] === 1 ? 'h3' : 'h4', HTMLAttributes, 0]
  },
}).configure({ levels: [1, 2] })

/** Tab walks the cells and leaves the table after the last: the keyboard is never caught. */
const BodyTable = Table.extend({
  addKeyboardShortcuts() {
    return {
      Tab: () => this.editor.commands.goToNextCell(),
      'Shift-Tab': () => this.editor.commands.goToPreviousCell(),
    }
  },
}).configure({ resizable: false })

/** Tab indents an item where it can; at the outer level it moves on. */
const BodyItem = ListItem.extend({
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => this.editor.commands.sinkListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    }
  },
})

/** What a document's body may hold: the same nodes and marks the api accepts and `RichText` shows. */
export function bodyExtensions(placeholder: string): Extensions {
  return [
    Document,
    Paragraph,
    Text,
    HardBreak,
    BodyHeading,
    Bold,
    Italic,
    Underline,
    BulletList,
    OrderedList,
    BodyItem,
    Link.configure({
      openOnClick: false,
      autolink: true,
      defaultProtocol: 'https',
      HTMLAttributes: { target: '_blank', rel: 'noopener noreferrer nofollow' },
      isAllowedUri: (url) => safeHref(url) !== null,
    }),
    BodyTable,
    TableRow,
    TableHeader,
    TableCell,
    UndoRedo,
    Placeholder.configure({ placeholder }),
  ]
}
