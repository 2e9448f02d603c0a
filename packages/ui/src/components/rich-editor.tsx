import { Editor, type JSONContent } from '@tiptap/core'
import type { ReactNode } from 'react'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { RichDoc } from '../lib/rich.ts'
import { bodyExtensions } from '../lib/rich-extensions.ts'
import { Icon } from './icon.tsx'
import { RichToolbar } from './rich-toolbar.tsx'

export interface RichEditorProps {
  readonly label: string
  /** What it begins with. Later changes of this value are not read: give another `key` to begin anew. */
  readonly initial: RichDoc
  readonly onChange: (doc: RichDoc) => void
  readonly placeholder?: string
  readonly hint?: ReactNode
  readonly error?: ReactNode
}

/**
 * The body of a document: headings, lists, tables, links, with a tool bar and the usual keys. Alt+F10 leads to the tool
 * bar. Korean input is left to the browser until the syllable is whole.
 */
export function RichEditor({ label, initial, onChange, placeholder = '', hint, error }: RichEditorProps) {
  const ids = useId()
  const place = useRef<HTMLDivElement>(null)
  const tools = useRef<HTMLDivElement>(null)
  const latest = useRef(onChange)
  latest.current = onChange
  const start = useRef({ initial, label, placeholder })
  const [editor, setEditor] = useState<Editor | null>(null)
  const described = [hint ? `${ids}-hint` : '', error ? `${ids}-error` : ''].filter(Boolean).join(' ')
  useLayoutEffect(() => {
    if (!place.current) return
    let pressed = false
    const made = new Editor({
      element: place.current,
      content: start.current.initial as JSONContent,
      extensions: bodyExtensions(start.current.placeholder),
      injectCSS: false,
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': start.current.label,
          class: 'h-rich',
          id: ids,
        },
        handleDOMEvents: {
          mousedown: () => {
            pressed = true
            return false
          },
          // Reached by keyboard it comes into sight whole; the browser would show the line of the cursor only.
          focus: ({ dom }) => {
            if (!pressed && dom.clientHeight < window.innerHeight / 2) dom.scrollIntoView({ block: 'nearest' })
            pressed = false
            return false
          },
        },
        handleKeyDown: (_view, event) => {
          if (event.key !== 'F10' || !event.altKey) return false
          tools.current?.querySelector<HTMLElement>('button:not([tabindex="-1"])')?.focus()
          return true
        },
      },
      onUpdate: ({ editor: changed }) => latest.current(changed.getJSON() as RichDoc),
    })
    setEditor(made)
    return () => made.destroy()
  }, [ids])
  useEffect(() => {
    const dom = editor?.view.dom
    if (!dom) return
    dom.setAttribute('aria-label', label)
    if (described) dom.setAttribute('aria-describedby', described)
    else dom.removeAttribute('aria-describedby')
    if (error) dom.setAttribute('aria-invalid', 'true')
    else dom.removeAttribute('aria-invalid')
  }, [editor, label, described, error])
  return (
    <div className="h-field">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a pointer's short way to what the label names */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches the text itself */}
      <span className="h-label" onClick={() => editor?.commands.focus()}>
        {label}
      </span>
      <div className="h-editor" data-invalid={error ? true : undefined}>
        <div ref={tools}>{editor && <RichToolbar editor={editor} controls={ids} />}</div>
        <div ref={place} className="h-editor-body" />
      </div>
      {hint && (
        <span className="h-hint" id={`${ids}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="h-error" id={`${ids}-error`}>
          <Icon name="warn" size={16} />
          <span>{error}</span>
        </span>
      )}
    </div>
  )
}
