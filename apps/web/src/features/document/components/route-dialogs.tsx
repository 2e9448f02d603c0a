import { useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { DocumentCard } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { type RouteRow, routeProblem, rowsOfSteps, stepsOf } from '../lib/route.ts'
import { useActOptions } from '../lib/use-acts.ts'
import { routeWords } from '../route-words.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { RouteBuilder } from './route-builder.tsx'

interface CardDialogProps {
  readonly card: DocumentCard
  readonly onClose: () => void
}

/** 회수: the drafter takes it back; once somebody has acted, with a reason. */
export function WithdrawDialog({ card, onClose }: CardDialogProps) {
  const t = useWords(cardWords)
  const trpc = useTRPC()
  const [key] = useState(() => crypto.randomUUID())
  const [routeVersion] = useState(card.routeVersion)
  const act = useMutation(trpc.document.withdraw.mutationOptions(useActOptions(card.id, t('withdrawn'), onClose)))
  return (
    <ReasonDialog
      title={t('withdraw')}
      lead={t('withdrawLead')}
      optional={card.opinions.every((one) => one.round !== card.round)}
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={(reason) => act.mutate({ documentId: card.id, routeVersion, reason, idempotencyKey: key })}
    />
  )
}

/** Changes what is still to come of a running route; what was done stays. */
export function ChangeRouteDialog({ card, onClose }: CardDialogProps) {
  const t = useWords(cardWords)
  const r = useWords(routeWords)
  const trpc = useTRPC()
  const open = card.route.filter((step) => step.state === 'waiting' || step.state === 'turn' || step.state === 'held')
  const gone = card.route.filter((step) => !open.includes(step))
  const [routeVersion] = useState(card.routeVersion)
  const [rows, setRows] = useState<RouteRow[]>(() => rowsOfSteps(open))
  const act = useMutation(trpc.document.changeRoute.mutationOptions(useActOptions(card.id, t('routeChanged'), onClose)))
  const problem = routeProblem(rows)
  const first = Math.min(...open.map((step) => step.order))
  return (
    <ReasonDialog
      title={t('changeRoute')}
      lead={t('changeRouteLead')}
      size="lg"
      ready={problem === null}
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={(reason) =>
        act.mutate({
          documentId: card.id,
          routeVersion,
          steps: stepsOf(rows, Number.isFinite(first) ? first : 1),
          reason,
        })
      }
    >
      <RouteBuilder
        rows={rows}
        onChange={setRows}
        without={[card.drafter.id, ...gone.map((step) => step.person.id)]}
        error={problem ? r(`problem-${problem}`) : undefined}
      />
    </ReasonDialog>
  )
}
