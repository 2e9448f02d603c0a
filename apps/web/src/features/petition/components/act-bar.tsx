import { Button, Menu, type MenuEntry, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import { type OfficerPetition, useActOptions } from '../api.ts'
import { petitionWords } from '../words.ts'
import {
  AssignDialog,
  ExtendDialog,
  RefuseDialog,
  SupplementDialog,
  TransferAgencyDialog,
  TransferDialog,
} from './act-dialogs.tsx'

const ACTS = {
  assign: 'assign',
  'request-supplement': 'supplement',
  extend: 'extend',
  transfer: 'transfer',
  'transfer-to-agency': 'transferAgency',
  'refuse-transfer': 'refuse',
} as const
type Asked = keyof typeof ACTS

const DIALOGS = {
  assign: AssignDialog,
  'request-supplement': SupplementDialog,
  extend: ExtendDialog,
  transfer: TransferDialog,
  'transfer-to-agency': TransferAgencyDialog,
  'refuse-transfer': RefuseDialog,
} as const

/** What the officer may do now, as the server says; each act but taking asks first. */
export function ActBar({ petition }: { readonly petition: OfficerPetition }) {
  const t = useWords(petitionWords)
  const trpc = useTRPC()
  const [asked, setAsked] = useState<Asked | null>(null)
  const take = useMutation(trpc.customer.take.mutationOptions(useActOptions(petition.id)))
  const entries: MenuEntry[] = (Object.keys(ACTS) as Asked[])
    .filter((act) => petition.abilities.includes(act))
    .map((act) => ({ id: act, label: t(ACTS[act]), onAction: () => setAsked(act) }))
  const Asking = asked === null ? null : DIALOGS[asked]
  return (
    <>
      {entries.length > 0 && (
        <Menu
          label={t('acts')}
          trigger={
            <Button icon="more" variant="ter">
              {t('acts')}
            </Button>
          }
          entries={entries}
        />
      )}
      {petition.abilities.includes('take') && (
        <Button
          variant="pri"
          isPending={take.isPending}
          onPress={() => take.mutate({ petitionId: petition.id, version: petition.version })}
        >
          {t('take')}
        </Button>
      )}
      {Asking && <Asking petition={petition} onClose={() => setAsked(null)} />}
    </>
  )
}
