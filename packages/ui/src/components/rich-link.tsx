import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { useWords } from '../i18n/words.ts'
import { useImeSafeEnter } from '../lib/ime.ts'
import { safeHref } from '../lib/rich.ts'
import { richWords } from '../rich-words.ts'
import { uiWords } from '../words.ts'
import { Button } from './button.tsx'
import { TextField } from './field.tsx'
import { Dialog } from './overlay.tsx'

interface LinkDialogProps {
  readonly editor: Editor
  readonly onClose: () => void
}

/** Asks where the selected words lead; without a selection the address itself is written. */
export function LinkDialog({ editor, onClose }: LinkDialogProps) {
  const t = useWords(richWords)
  const u = useWords(uiWords)
  const known: unknown = editor.getAttributes('link')['href']
  const [typed, setTyped] = useState(typeof known === 'string' ? known : '')
  const [tried, setTried] = useState(false)
  const href = safeHref(complete(typed.trim()))
  const done = (act: () => void) => {
    act()
    onClose()
  }
  const set = () => {
    setTried(true)
    if (href === null) return
    done(() => {
      const chain = editor.chain().focus().extendMarkRange('link')
      if (editor.state.selection.empty && !editor.isActive('link')) {
        chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
      } else chain.setLink({ href }).run()
    })
  }
  const onEnter = useImeSafeEnter(set)
  return (
    <Dialog
      title={t('link')}
      isOpen
      onClose={onClose}
      actions={
        <>
          {typeof known === 'string' && (
            <Button onPress={() => done(() => editor.chain().focus().extendMarkRange('link').unsetLink().run())}>
              {t('unlink')}
            </Button>
          )}
          <Button onPress={onClose}>{u('cancel')}</Button>
          <Button variant="pri" onPress={set}>
            {t('setLink')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('address')}
        hint={t('addressHint')}
        type="url"
        autoFocus
        value={typed}
        onChange={setTyped}
        onKeyDown={onEnter}
        error={tried && href === null ? t('addressWrong') : undefined}
      />
    </Dialog>
  )
}

/** An address typed without its beginning is meant for the web. */
function complete(typed: string): string {
  return /^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(typed) ? `https://${typed}` : typed
}
