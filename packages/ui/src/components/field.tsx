import type { ReactNode } from 'react'
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
  Label,
  Text,
} from 'react-aria-components'
import { useWords } from '../i18n/words.ts'
import { uiWords } from '../words.ts'
import { Icon } from './icon.tsx'

export interface FieldParts {
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** The reason the input is refused; shown under the field and tied to it. */
  readonly error?: ReactNode
}

/** The label line: says "optional" where an answer may be left out. */
export function FieldLabel({ children, optional }: { readonly children: ReactNode; readonly optional?: boolean }) {
  const t = useWords(uiWords)
  return (
    <Label className="h-label">
      {children}
      {optional && <em>{t('optional')}</em>}
    </Label>
  )
}

/** Hint and error under a field, as its description for screen readers. */
export function FieldNotes({ hint, error }: Pick<FieldParts, 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <Text slot="description" className="h-hint">
          {hint}
        </Text>
      )}
      {error && (
        <Text slot="errorMessage" className="h-error">
          <Icon name="warn" size={16} />
          <span>{error}</span>
        </Text>
      )}
    </>
  )
}

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className'>, FieldParts {
  readonly placeholder?: string
  readonly optional?: boolean
  readonly size?: 'md' | 'lg'
  /** Hides the label to the eye only. */
  readonly hideLabel?: boolean
}

/** One line of text. */
export function TextField({ label, hint, error, placeholder, optional, size, hideLabel, ...props }: TextFieldProps) {
  return (
    <AriaTextField {...props} className="h-field" isInvalid={Boolean(error)} data-size={size}>
      {hideLabel ? (
        <Label className="h-sr">{label}</Label>
      ) : (
        <FieldLabel optional={optional ?? false}>{label}</FieldLabel>
      )}
      <Input className="h-input" {...(placeholder ? { placeholder } : {})} />
      <FieldNotes hint={hint} error={error} />
    </AriaTextField>
  )
}

export interface TextAreaProps extends TextFieldProps {
  readonly rows?: number
}

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  error,
  placeholder,
  optional,
  rows = 5,
  hideLabel,
  size,
  ...props
}: TextAreaProps) {
  return (
    <AriaTextField {...props} className="h-field" isInvalid={Boolean(error)} data-size={size}>
      {hideLabel ? (
        <Label className="h-sr">{label}</Label>
      ) : (
        <FieldLabel optional={optional ?? false}>{label}</FieldLabel>
      )}
      <AriaTextArea className="h-input" rows={rows} {...(placeholder ? { placeholder } : {})} />
      <FieldNotes hint={hint} error={error} />
    </AriaTextField>
  )
}

export interface DateFieldProps extends FieldParts {
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly min?: string
  readonly max?: string
  readonly size?: 'md' | 'lg'
  readonly hideLabel?: boolean
}

/** A calendar date through the platform's own picker: every phone and screen reader knows it. */
export function DateField({ label, hint, error, value, onChange, min, max, size, hideLabel }: DateFieldProps) {
  return (
    <AriaTextField className="h-field" isInvalid={Boolean(error)} data-size={size} value={value} onChange={onChange}>
      {hideLabel ? <Label className="h-sr">{label}</Label> : <FieldLabel>{label}</FieldLabel>}
      <Input className="h-input" type="date" {...(min ? { min } : {})} {...(max ? { max } : {})} />
      <FieldNotes hint={hint} error={error} />
    </AriaTextField>
  )
}

export interface ErrorSummaryProps {
  readonly errors: readonly { readonly fieldId: string; readonly message: string }[]
}

/** What must be corrected, each a link to its field. Put focus on it after a refused submit. */
export function ErrorSummary({ errors }: ErrorSummaryProps) {
  const t = useWords(uiWords)
  if (errors.length === 0) return null
  return (
    <div className="h-summary" role="alert" tabIndex={-1}>
      <h2>{t('errors', { count: errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.fieldId} ${error.message}`}>
            <a href={`#${error.fieldId}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
