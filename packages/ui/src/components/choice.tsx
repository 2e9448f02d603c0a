import type { ReactNode } from 'react'
import {
  Checkbox as AriaCheckbox,
  CheckboxGroup as AriaCheckboxGroup,
  RadioGroup as AriaRadioGroup,
  Radio,
} from 'react-aria-components'
import { useWords } from '../i18n/words.ts'
import { uiWords } from '../words.ts'
import { FieldLabel, FieldNotes, type FieldParts } from './field.tsx'
import { Icon } from './icon.tsx'
import type { Option } from './select.tsx'

export interface CheckboxProps {
  readonly isSelected: boolean
  readonly onChange: (selected: boolean) => void
  readonly children: ReactNode
  readonly isDisabled?: boolean
}

const tick = (
  <span className="h-mark">
    <Icon name="check" size={16} weight={2.4} />
  </span>
)

/** A single yes or no. */
export function Checkbox({ isSelected, onChange, children, isDisabled = false }: CheckboxProps) {
  return (
    <AriaCheckbox className="h-choice" isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
      {tick}
      <span>{children}</span>
    </AriaCheckbox>
  )
}

export interface CheckboxGroupProps extends FieldParts {
  readonly options: readonly Option[]
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
}

/** Any number out of a list. */
export function CheckboxGroup({ label, hint, error, options, value, onChange }: CheckboxGroupProps) {
  return (
    <AriaCheckboxGroup className="h-field" isInvalid={Boolean(error)} value={[...value]} onChange={onChange}>
      <FieldLabel>{label}</FieldLabel>
      <div className="h-choices">
        {options.map((option) => (
          <AriaCheckbox key={option.id} value={option.id} className="h-choice">
            {tick}
            <span>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </AriaCheckbox>
        ))}
      </div>
      <FieldNotes hint={hint} error={error} />
    </AriaCheckboxGroup>
  )
}

export interface RadioGroupProps<K extends string> extends FieldParts {
  readonly options: readonly Option<K>[]
  readonly value: K | null
  readonly onChange: (value: K) => void
  /** cards: each answer in its own box, for one question per page. */
  readonly look?: 'list' | 'cards'
  readonly isDisabled?: boolean
}

/** Exactly one of a few answers, all in sight. */
export function RadioGroup<K extends string>(props: RadioGroupProps<K>) {
  const { label, hint, error, options, value, onChange, look = 'list', isDisabled = false } = props
  return (
    <AriaRadioGroup
      className="h-field"
      isInvalid={Boolean(error)}
      isDisabled={isDisabled}
      value={value}
      onChange={(next) => {
        const chosen = options.find((option) => option.id === next)
        if (chosen) onChange(chosen.id)
      }}
    >
      <FieldLabel>{label}</FieldLabel>
      <div className="h-choices" data-look={look}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="h-choice" data-kind="radio">
            <span className="h-mark" />
            <span>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes hint={hint} error={error} />
    </AriaRadioGroup>
  )
}

/** The five points of a satisfaction item, worst to best. */
export type RatingValue = 1 | 2 | 3 | 4 | 5
const POINTS = [1, 2, 3, 4, 5] as const

export interface RatingProps extends FieldParts {
  readonly value: RatingValue | null
  readonly onChange: (value: RatingValue) => void
  readonly isDisabled?: boolean
}

/** A five-point rating as a radio group: number and word, arrow keys move, no colour-only stars. */
export function Rating({ label, hint, error, value, onChange, isDisabled = false }: RatingProps) {
  const t = useWords(uiWords)
  return (
    <AriaRadioGroup
      className="h-field"
      orientation="horizontal"
      isInvalid={Boolean(error)}
      isDisabled={isDisabled}
      value={value === null ? null : String(value)}
      onChange={(next) => {
        const chosen = POINTS.find((point) => String(point) === next)
        if (chosen) onChange(chosen)
      }}
    >
      <FieldLabel>{label}</FieldLabel>
      <div className="h-rate5">
        {POINTS.map((point) => (
          <Radio key={point} value={String(point)} className="h-pt">
            <span>{point}</span>
            <small>{t(`rate${point}`)}</small>
          </Radio>
        ))}
      </div>
      <FieldNotes hint={hint} error={error} />
    </AriaRadioGroup>
  )
}
