import type { ReactElement, ReactNode } from 'react'
import {
  Button as AriaButton,
  Dialog as AriaDialog,
  Menu as AriaMenu,
  Tooltip as AriaTooltip,
  Heading,
  MenuItem,
  MenuTrigger,
  Modal,
  ModalOverlay,
  Popover,
  TooltipTrigger,
} from 'react-aria-components'
import { useWords } from '../i18n/words.ts'
import { uiWords } from '../words.ts'
import { Button, IconButton } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'

export interface DialogProps {
  readonly title: ReactNode
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode
  readonly size?: 'md' | 'lg'
}

/** A modal dialog: focus stays inside and returns to where it was; Escape closes. */
export function Dialog({ title, isOpen, onClose, children, actions, size = 'md' }: DialogProps) {
  const t = useWords(uiWords)
  return (
    <ModalOverlay className="h-overlay" isDismissable isOpen={isOpen} onOpenChange={(open) => open || onClose()}>
      <Modal className="h-modal" data-size={size}>
        <AriaDialog className="h-dialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <div className="h-close">
            <IconButton icon="close" label={t('close')} onPress={onClose} />
          </div>
          {children}
          {actions && <div className="h-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

export interface ConfirmDialogProps {
  readonly title: ReactNode
  /** What will happen, in a full sentence. */
  readonly children: ReactNode
  /** The verb on the button, never "OK". */
  readonly confirmLabel: string
  readonly isOpen: boolean
  readonly isPending?: boolean
  readonly danger?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before an act that cannot be undone; the button cannot be pressed twice. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useWords(uiWords)
  const { title, children, confirmLabel, isOpen, isPending = false, danger = false, onConfirm, onClose } = props
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            {t('cancel')}
          </Button>
          <Button variant={danger ? 'danger' : 'pri'} isPending={isPending} onPress={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly icon?: IconName
  readonly href?: string
  readonly danger?: boolean
  readonly onAction?: () => void
}

export interface MenuProps {
  readonly label: string
  /** The trigger: a `Button`, `IconButton` or react-aria button. */
  readonly trigger: ReactElement
  readonly entries: readonly MenuEntry[]
}

/** A menu of acts and places behind a button. */
export function Menu({ label, trigger, entries }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="h-popover" placement="bottom end">
        <AriaMenu className="h-list" aria-label={label}>
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              className="h-opt"
              data-danger={entry.danger || undefined}
              {...(entry.href ? { href: entry.href } : {})}
              onAction={() => entry.onAction?.()}
            >
              {entry.icon && <Icon name={entry.icon} size={18} />}
              <span>
                {entry.label}
                {entry.hint && <small>{entry.hint}</small>}
              </span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

/** A short explanation on hover and focus of a button. */
export function Tooltip({ text, children }: { readonly text: string; readonly children: ReactElement }) {
  return (
    <TooltipTrigger delay={500}>
      {children}
      <AriaTooltip className="h-tip" offset={6}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  )
}

/** An unstyled button for composed triggers (shell menus). */
export const PlainButton = AriaButton
