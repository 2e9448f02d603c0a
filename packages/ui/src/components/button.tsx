import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Link as AriaLink,
  type LinkProps as AriaLinkProps,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components'
import { Icon, type IconName } from './icon.tsx'

/** pri: the one main act · sec: an alternative · ter: everything else · txt: in text · danger: cannot be undone. */
export type ButtonVariant = 'pri' | 'sec' | 'ter' | 'txt' | 'danger'
export type ButtonSize = 'sm' | 'md' | 'lg' | 'xl'

interface Look {
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  readonly icon?: IconName
  readonly wide?: boolean
}

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className'>, Look {
  readonly children: ReactNode
}

/** A button. `isPending` shows a spinner and refuses a second press; the label stays readable. */
export function Button({ variant = 'ter', size = 'md', icon, wide, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className="h-btn" data-variant={variant} data-size={size} data-wide={wide || undefined}>
      {props.isPending ? <span className="h-spin" aria-hidden="true" /> : icon && <Icon name={icon} size={18} />}
      {children}
    </AriaButton>
  )
}

export interface ButtonLinkProps extends Omit<AriaLinkProps, 'children' | 'className'>, Look {
  readonly href: string
  readonly children: ReactNode
}

/** A link that looks like a button: for going somewhere, never for an act. */
export function ButtonLink({ variant = 'ter', size = 'md', icon, wide, children, ...props }: ButtonLinkProps) {
  return (
    <AriaLink {...props} className="h-btn" data-variant={variant} data-size={size} data-wide={wide || undefined}>
      {icon && <Icon name={icon} size={18} />}
      {children}
    </AriaLink>
  )
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'aria-label'> {
  readonly icon: IconName
  /** The button's name for screen readers. */
  readonly label: string
}

/** A square button with an icon only; its name is required. */
export function IconButton({ icon, label, ...props }: IconButtonProps) {
  return (
    <AriaButton {...props} className="h-icb" aria-label={label}>
      <Icon name={icon} />
    </AriaButton>
  )
}

export interface LinkProps extends Omit<AriaLinkProps, 'children' | 'className'> {
  readonly href: string
  readonly icon?: IconName
  /** Arrow after the text: "all of them". */
  readonly more?: boolean
  /** quiet: the text's own colour · inline: underlined within a sentence. */
  readonly look?: 'quiet' | 'inline'
  readonly children: ReactNode
}

/** A link; routes inside the application without a reload. */
export function Link({ icon, more, look, children, ...props }: LinkProps) {
  return (
    <AriaLink
      {...props}
      className={more ? 'h-link h-more' : 'h-link'}
      data-quiet={look === 'quiet' || undefined}
      data-inline={look === 'inline' || undefined}
    >
      {icon && <Icon name={icon} size={16} />}
      {children}
      {more && <Icon name="right" size={14} />}
    </AriaLink>
  )
}

export interface SegmentedToggleProps<K extends string> {
  readonly label: string
  readonly options: readonly { readonly id: K; readonly label: string }[]
  readonly value: K
  readonly onChange: (value: K) => void
}

/** Two to four views of the same thing; exactly one is on. */
export function SegmentedToggle<K extends string>({ label, options, value, onChange }: SegmentedToggleProps<K>) {
  return (
    <ToggleButtonGroup
      className="h-seg"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [next] = keys
        const chosen = options.find((option) => option.id === next)
        if (chosen) onChange(chosen.id)
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id}>
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

export interface StepperProps {
  readonly label: string
  /** What is shown now, as in "2026년 11월". */
  readonly value: string
  readonly prevLabel: string
  readonly nextLabel: string
  readonly onPrev?: (() => void) | undefined
  readonly onNext?: (() => void) | undefined
}

/** Steps through periods; an end without a handler is off. The value is announced when it changes. */
export function Stepper({ label, value, prevLabel, nextLabel, onPrev, onNext }: StepperProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a border and a legend into the tool bar
    <div className="h-stepper" role="group" aria-label={label}>
      <AriaButton aria-label={prevLabel} isDisabled={!onPrev} onPress={() => onPrev?.()}>
        <Icon name="left" size={18} />
      </AriaButton>
      <b aria-live="polite">{value}</b>
      <AriaButton aria-label={nextLabel} isDisabled={!onNext} onPress={() => onNext?.()}>
        <Icon name="right" size={18} />
      </AriaButton>
    </div>
  )
}
