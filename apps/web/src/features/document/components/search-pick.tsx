import { Icon, type Option, useWords } from '@harmony/ui'
import { useEffect, useRef, useState } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { draftWords } from '../draft-words.ts'

interface SearchPickProps {
  readonly label: string
  readonly placeholder: string
  readonly hideLabel?: boolean
  /** What was found for the words typed last. */
  readonly options: readonly Option[]
  readonly failed: boolean
  readonly onType: (words: string) => void
  readonly onPick: (id: string) => void
}

/** Finds and adds: the server searches as one types; after a choice the field is empty again for the next. */
export function SearchPick(props: SearchPickProps) {
  const { label, placeholder, hideLabel = false, options, failed, onType, onPick } = props
  const t = useWords(draftWords)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  // After a choice the list stays shut until somebody types or presses again.
  const [quiet, setQuiet] = useState(false)
  const latest = useRef(onType)
  latest.current = onType
  const type = (words: string) => {
    setTyped(words)
    onType(words.trim())
  }
  // The list closes because something is chosen; right afterwards the field is empty for the next.
  useEffect(() => {
    if (chosen === null) return
    setChosen(null)
    setTyped('')
    latest.current('')
  }, [chosen])
  return (
    <ComboBox
      className="h-field"
      data-size="md"
      items={options}
      inputValue={typed}
      onInputChange={type}
      allowsEmptyCollection
      menuTrigger={quiet ? 'manual' : 'focus'}
      value={chosen}
      onChange={(key) => {
        if (key === null) return
        setQuiet(true)
        setChosen(String(key))
        onPick(String(key))
      }}
    >
      <Label className={hideLabel ? 'h-sr' : 'h-label'}>{label}</Label>
      <div className="h-combo" onKeyDownCapture={() => setQuiet(false)} onPointerDownCapture={() => setQuiet(false)}>
        <Input placeholder={placeholder} />
        <Button>
          <Icon name="down" size={18} />
        </Button>
      </div>
      <Popover className="h-popover">
        <ListBox
          className="h-list"
          renderEmptyState={() => <div className="h-list-empty">{t(failed ? 'searchFailed' : 'nothingFound')}</div>}
        >
          {(option: Option) => (
            <ListBoxItem textValue={option.label} className="h-opt">
              <span>
                {option.label}
                {option.hint && <small>{option.hint}</small>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
