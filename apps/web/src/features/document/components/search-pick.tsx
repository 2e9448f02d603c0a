import { Icon, type Option, useWords } from '@harmony/ui'
import { useState } from 'react'
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
  const type = (words: string) => {
    setTyped(words)
    onType(words.trim())
  }
  return (
    <ComboBox
      className="h-field"
      data-size="md"
      items={options}
      inputValue={typed}
      onInputChange={type}
      allowsEmptyCollection
      menuTrigger="focus"
      value={null}
      onChange={(key) => {
        if (key === null) return
        type('')
        onPick(String(key))
      }}
    >
      <Label className={hideLabel ? 'h-sr' : 'h-label'}>{label}</Label>
      <div className="h-combo">
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
