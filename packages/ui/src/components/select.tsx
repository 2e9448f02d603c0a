import {
  ComboBox as AriaComboBox,
  Select as AriaSelect,
  Button,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components'
import { useWords } from '../i18n/words.ts'
import { matchHangul } from '../lib/hangul.ts'
import { uiWords } from '../words.ts'
import { FieldLabel, FieldNotes, type FieldParts } from './field.tsx'
import { Icon } from './icon.tsx'

export interface Option<K extends string = string> {
  readonly id: K
  readonly label: string
  readonly hint?: string
}

export interface SelectProps<K extends string> extends FieldParts {
  readonly options: readonly Option<K>[]
  readonly value: K | null
  readonly onChange: (value: K) => void
  readonly placeholder?: string
  readonly size?: 'md' | 'lg'
  readonly hideLabel?: boolean
  readonly isDisabled?: boolean
}

function Options({ options }: { readonly options: readonly Option[] }) {
  return options.map((option) => (
    <ListBoxItem key={option.id} id={option.id} textValue={option.label} className="h-opt">
      {({ isSelected }) => (
        <>
          <span>
            {option.label}
            {option.hint && <small>{option.hint}</small>}
          </span>
          {isSelected && (
            <span className="h-tick">
              <Icon name="check" size={16} weight={2.2} />
            </span>
          )}
        </>
      )}
    </ListBoxItem>
  ))
}

/** One of a short list. */
export function Select<K extends string>(props: SelectProps<K>) {
  const { label, hint, error, options, value, onChange, placeholder, size, hideLabel, isDisabled } = props
  const t = useWords(uiWords)
  return (
    <AriaSelect
      className="h-field"
      data-size={size}
      isInvalid={Boolean(error)}
      isDisabled={isDisabled ?? false}
      placeholder={placeholder ?? t('choose')}
      value={value}
      onChange={(next) => {
        const chosen = options.find((option) => option.id === next)
        if (chosen) onChange(chosen.id)
      }}
    >
      {hideLabel ? <Label className="h-sr">{label}</Label> : <FieldLabel>{label}</FieldLabel>}
      <Button className="h-select-btn">
        <SelectValue>
          {({ selectedText, isPlaceholder, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <Icon name="down" size={18} />
      </Button>
      <FieldNotes hint={hint} error={error} />
      <Popover className="h-popover">
        <ListBox className="h-list">
          <Options options={options} />
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

/** One of a long list, found by typing; Korean initials work (초성). */
export function ComboBox<K extends string>(props: SelectProps<K>) {
  const { label, hint, error, options, value, onChange, placeholder, size, hideLabel, isDisabled } = props
  const t = useWords(uiWords)
  return (
    <AriaComboBox
      className="h-field"
      data-size={size}
      isInvalid={Boolean(error)}
      isDisabled={isDisabled ?? false}
      allowsEmptyCollection
      menuTrigger="focus"
      defaultFilter={(text, input) => matchHangul(input, text)}
      value={value}
      onChange={(next) => {
        const chosen = options.find((option) => option.id === next)
        if (chosen) onChange(chosen.id)
      }}
    >
      {hideLabel ? <Label className="h-sr">{label}</Label> : <FieldLabel>{label}</FieldLabel>}
      <div className="h-combo">
        <Input placeholder={placeholder ?? t('choose')} />
        <Button>
          <Icon name="down" size={18} />
        </Button>
      </div>
      <FieldNotes hint={hint} error={error} />
      <Popover className="h-popover">
        <ListBox className="h-list" renderEmptyState={() => <div className="h-list-empty">{t('noMatches')}</div>}>
          <Options options={options} />
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
