import { useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useTRPC } from '../../../lib/trpc.tsx'
import { useActOptions } from '../api.ts'
import { cardWords } from '../card-words.ts'
import type { CardDialogProps } from './header-dialogs.tsx'
import { ReasonAsk } from './reason-ask.tsx'

interface MarkProps extends CardDialogProps {
  readonly mark: 'watch' | 'weak'
}

/** Puts a task on the watchlist, or flags it weak, for a reason (R13, R15). */
export function MarkDialog({ card, mark, onClose }: MarkProps) {
  const t = useWords(cardWords)
  const trpc = useTRPC()
  const act = useMutation(trpc.task.mark.mutationOptions(useActOptions(t('marked'), onClose)))
  return (
    <ReasonAsk
      title={t(mark)}
      lead={t(`${mark}Lead`)}
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={(reason) => act.mutate({ taskCardId: card.id, mark, reason })}
    />
  )
}

/** Lifts it again, for a reason; what was put stays on record. */
export function LiftDialog({ card, mark, onClose }: MarkProps) {
  const t = useWords(cardWords)
  const trpc = useTRPC()
  const act = useMutation(trpc.task.liftMark.mutationOptions(useActOptions(t('lifted'), onClose)))
  return (
    <ReasonAsk
      title={t(`${mark}Lift`)}
      lead={t(`${mark}LiftLead`)}
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={(reason) => act.mutate({ taskCardId: card.id, mark, reason })}
    />
  )
}
