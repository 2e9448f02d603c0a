import type { Editor } from '@tiptap/core'
import { type ReactNode, useCallback, useState, useSyncExternalStore } from 'react'
import { Button, Separator, ToggleButton, Toolbar, Tooltip, TooltipTrigger } from 'react-aria-components'
import { useWords } from '../i18n/words.ts'
import { richWords } from '../rich-words.ts'
import { LinkDialog } from './rich-link.tsx'

interface RichToolbarProps {
  readonly editor: Editor
  /** Id of the text it works on. */
  readonly controls: string
}

/** Renders again after every change of text or selection. */
function useEditorState(editor: Editor): void {
  const subscribe = useCallback(
    (tell: () => void) => {
      editor.on('transaction', tell)
      return () => {
        editor.off('transaction', tell)
      }
    },
    [editor],
  )
  useSyncExternalStore(subscribe, () => editor.state)
}

/** The editor's tools; arrow keys move among them. */
export function RichToolbar({ editor, controls }: RichToolbarProps) {
  const t = useWords(richWords)
  const [linking, setLinking] = useState(false)
  useEditorState(editor)
  const run = () => editor.chain().focus()
  const inTable = editor.isActive('table')
  return (
    <>
      <Toolbar className="h-tools" aria-label={t('tools')} aria-controls={controls}>
        <Tool
          label={t('heading1')}
          isOn={editor.isActive('heading', { level: 1 })}
          keys="Ctrl+Alt+1"
          onPress={() => run().toggleHeading({ level: 1 }).run()}
        >
          <b>{t('heading1Mark')}</b>
        </Tool>
        <Tool
          label={t('heading2')}
          isOn={editor.isActive('heading', { level: 2 })}
          keys="Ctrl+Alt+2"
          onPress={() => run().toggleHeading({ level: 2 }).run()}
        >
          <b className="h-xs">{t('heading2Mark')}</b>
        </Tool>
        <Separator orientation="vertical" />
        <Tool label={t('bold')} isOn={editor.isActive('bold')} keys="Ctrl+B" onPress={() => run().toggleBold().run()}>
          <b>{t('boldMark')}</b>
        </Tool>
        <Tool
          label={t('italic')}
          isOn={editor.isActive('italic')}
          keys="Ctrl+I"
          onPress={() => run().toggleItalic().run()}
        >
          <i>{t('italicMark')}</i>
        </Tool>
        <Tool
          label={t('underline')}
          isOn={editor.isActive('underline')}
          keys="Ctrl+U"
          onPress={() => run().toggleUnderline().run()}
        >
          <u>{t('underlineMark')}</u>
        </Tool>
        <Separator orientation="vertical" />
        <Tool
          label={t('bullets')}
          isOn={editor.isActive('bulletList')}
          keys="Ctrl+Shift+8"
          onPress={() => run().toggleBulletList().run()}
        >
          <Glyph d="M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01" />
        </Tool>
        <Tool
          label={t('numbers')}
          isOn={editor.isActive('orderedList')}
          keys="Ctrl+Shift+7"
          onPress={() => run().toggleOrderedList().run()}
        >
          <Glyph d="M10 6.5h10M10 12h10M10 17.5h10M4 5l1.2-.8v4.6M4 15.2c.3-.9 2.4-.9 2.2.4 0 .8-1.5 1.6-2.2 2.4h2.4" />
        </Tool>
        <Separator orientation="vertical" />
        <Tool label={t('link')} isOn={editor.isActive('link')} onPress={() => setLinking(true)}>
          <Glyph d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1" />
        </Tool>
        <Act
          label={t('table')}
          isDisabled={inTable}
          onPress={() => run().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
        >
          <Glyph d="M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14M15 5v14" />
        </Act>
        <Separator orientation="vertical" />
        <Act label={t('undo')} keys="Ctrl+Z" isDisabled={!editor.can().undo()} onPress={() => run().undo().run()}>
          <Glyph d="M8 5 4 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11h-4" />
        </Act>
        <Act label={t('redo')} keys="Ctrl+Shift+Z" isDisabled={!editor.can().redo()} onPress={() => run().redo().run()}>
          <Glyph d="M16 5l4 4-4 4M19.5 9H10a5.5 5.5 0 0 0 0 11h4" />
        </Act>
      </Toolbar>
      {inTable && <TableTools editor={editor} controls={controls} />}
      {linking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </>
  )
}

/** Shown while the cursor is in a table. */
function TableTools({ editor, controls }: RichToolbarProps) {
  const t = useWords(richWords)
  const run = () => editor.chain().focus()
  const acts = [
    ['rowAfter', () => run().addRowAfter().run()],
    ['rowDelete', () => run().deleteRow().run()],
    ['columnAfter', () => run().addColumnAfter().run()],
    ['columnDelete', () => run().deleteColumn().run()],
    ['headerRow', () => run().toggleHeaderRow().run()],
    ['cellMerge', () => run().mergeOrSplit().run()],
    ['tableDelete', () => run().deleteTable().run()],
  ] as const
  return (
    <Toolbar className="h-tools" data-second aria-label={t('tableTools')} aria-controls={controls}>
      {acts.map(([word, act]) => (
        <Button key={word} className="h-tool" onPress={() => act()}>
          {t(word)}
        </Button>
      ))}
    </Toolbar>
  )
}

interface ToolProps {
  readonly label: string
  readonly keys?: string
  readonly onPress: () => void
  readonly children: ReactNode
}

function Tool({ label, keys, isOn, onPress, children }: ToolProps & { readonly isOn: boolean }) {
  return (
    <TooltipTrigger delay={500}>
      <ToggleButton className="h-tool" aria-label={label} {...keysOf(keys)} isSelected={isOn} onChange={onPress}>
        {children}
      </ToggleButton>
      <Hint label={label} keys={keys} />
    </TooltipTrigger>
  )
}

function Act({ label, keys, isDisabled = false, onPress, children }: ToolProps & { readonly isDisabled?: boolean }) {
  return (
    <TooltipTrigger delay={500}>
      <Button className="h-tool" aria-label={label} {...keysOf(keys)} isDisabled={isDisabled} onPress={onPress}>
        {children}
      </Button>
      <Hint label={label} keys={keys} />
    </TooltipTrigger>
  )
}

function Hint({ label, keys }: { readonly label: string; readonly keys: string | undefined }) {
  return (
    <Tooltip className="h-tip" offset={6}>
      {keys ? `${label} (${keys})` : label}
    </Tooltip>
  )
}

const keysOf = (keys: string | undefined) => (keys ? { 'aria-keyshortcuts': keys.replace('Ctrl', 'Control') } : {})

function Glyph({ d }: { readonly d: string }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={d} />
    </svg>
  )
}
