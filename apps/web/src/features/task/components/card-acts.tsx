import { Button, Menu, type MenuEntry, useWords } from '@harmony/ui'
import type { Ability, TaskCardView } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { EditManagedDialog } from './edit-managed-dialog.tsx'
import { CloseDialog, EditHeaderDialog, HandOverDialog, ReopenDialog } from './header-dialogs.tsx'
import { LiftDialog, MarkDialog } from './mark-dialogs.tsx'

/** An act on the whole card. */
export type CardAct =
  | 'edit'
  | 'edit-managed'
  | 'hand-over'
  | 'watch'
  | 'watch-lift'
  | 'weak'
  | 'weak-lift'
  | 'close'
  | 'reopen'

const ACTS = [
  ['edit', 'edit', 'edit'],
  ['edit-managed', 'editManaged', 'edit-managed'],
  ['hand-over', 'handOver', 'hand-over'],
  ['watch', 'watch', 'mark'],
  ['watch-lift', 'watchLift', 'lift-mark'],
  ['weak', 'weak', 'mark'],
  ['weak-lift', 'weakLift', 'lift-mark'],
  ['close', 'close', 'close'],
  ['reopen', 'reopen', 'reopen'],
] as const satisfies readonly (readonly [CardAct, keyof (typeof cardWords)['ko'], Ability])[]

interface CardActsProps {
  readonly card: TaskCardView
  readonly onAct: (act: CardAct) => void
}

/** What the officer may do with the card now, as the server says; each asks first. */
export function CardActs({ card, onAct }: CardActsProps) {
  const t = useWords(cardWords)
  const stands = (mark: 'watch' | 'weak') => card.marks.some((one) => one.mark === mark && one.liftedAt === null)
  const fits = (act: CardAct) => {
    if (act === 'watch' || act === 'weak') return !stands(act)
    if (act === 'watch-lift') return stands('watch')
    if (act === 'weak-lift') return stands('weak')
    return true
  }
  const entries: MenuEntry[] = ACTS.filter(([act, , ability]) => card.abilities.includes(ability) && fits(act)).map(
    ([act, word]) => ({ id: act, label: t(word), danger: act === 'close', onAction: () => onAct(act) }),
  )
  if (entries.length === 0) return null
  return (
    <Menu
      label={t('acts')}
      trigger={
        <Button icon="more" variant="ter">
          {t('acts')}
        </Button>
      }
      entries={entries}
    />
  )
}

interface CardDialogProps {
  readonly card: TaskCardView
  readonly act: CardAct
  readonly onClose: () => void
}

/** The dialog of an act. */
export function CardDialog({ card, act, onClose }: CardDialogProps) {
  const common = { card, onClose }
  switch (act) {
    case 'edit':
      return <EditHeaderDialog {...common} />
    case 'edit-managed':
      return <EditManagedDialog {...common} />
    case 'hand-over':
      return <HandOverDialog {...common} />
    case 'watch':
    case 'weak':
      return <MarkDialog {...common} mark={act} />
    case 'watch-lift':
      return <LiftDialog {...common} mark="watch" />
    case 'weak-lift':
      return <LiftDialog {...common} mark="weak" />
    case 'close':
      return <CloseDialog {...common} />
    case 'reopen':
      return <ReopenDialog {...common} />
  }
}
