import { Select, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { DocumentCard, FoundPerson } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { useActOptions } from '../lib/use-acts.ts'
import { documentWords } from '../words.ts'
import { Chosen } from './chosen.tsx'
import { PersonSearch } from './person-search.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

/** 대결: names who acts in the place of somebody on the route. */
export function DelegateDialog({ card, onClose }: { readonly card: DocumentCard; readonly onClose: () => void }) {
  const t = useWords(cardWords)
  const d = useWords(documentWords)
  const trpc = useTRPC()
  const open = card.route.filter((step) => step.state === 'turn' || step.state === 'waiting' || step.state === 'held')
  const [stepId, setStepId] = useState(card.myStepId ?? open[0]?.id ?? null)
  const [routeVersion] = useState(card.routeVersion)
  const [person, setPerson] = useState<FoundPerson | null>(null)
  const act = useMutation(
    trpc.document.delegateStep.mutationOptions(useActOptions(card.id, t('delegateDone'), onClose)),
  )
  const step = open.find((one) => one.id === stepId)
  return (
    <ReasonDialog
      title={t('delegate')}
      lead={t('delegateLead', { name: step?.person.name ?? '' })}
      ready={person !== null && stepId !== null}
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={(reason) => {
        if (person === null || stepId === null) return
        act.mutate({
          documentId: card.id,
          routeVersion,
          stepId,
          personId: person.person.id,
          reason,
        })
      }}
    >
      <Select
        label={t('delegateStep')}
        value={stepId}
        onChange={setStepId}
        options={open.map((one) => ({ id: one.id, label: one.person.name, hint: d(`role-${one.role}`) }))}
      />
      <Chosen
        label={t('delegateTo')}
        items={person ? [{ id: person.person.id, name: person.person.name }] : []}
        onRemove={() => setPerson(null)}
      >
        {person === null && (
          <PersonSearch
            label={t('delegateTo')}
            hideLabel
            without={new Set([card.drafter.id, ...card.route.map((one) => one.person.id)])}
            onPick={setPerson}
          />
        )}
      </Chosen>
    </ReasonDialog>
  )
}
