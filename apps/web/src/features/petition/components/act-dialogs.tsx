import { Button, ComboBox, Dialog, Select, TextArea, TextField, useText, useWords } from '@harmony/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import { type OfficerPetition, useActOptions } from '../api.ts'
import { petitionWords } from '../words.ts'

interface ActDialogProps {
  readonly petition: OfficerPetition
  readonly onClose: () => void
}

interface AskProps {
  readonly title: string
  readonly lead: string
  readonly isPending: boolean
  readonly onClose: () => void
  readonly onSubmit: (reason: string) => void
  /** False while something above the reason is missing. */
  readonly ready?: boolean
  readonly reasonLabel?: string
  readonly reasonOptional?: boolean
  readonly children?: ReactNode
}

/** The frame of every act: what will happen, its own fields, the reason. */
function Ask({
  title,
  lead,
  isPending,
  onClose,
  onSubmit,
  ready = true,
  reasonLabel,
  reasonOptional = false,
  children,
}: AskProps) {
  const t = useWords(petitionWords)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const missing = !reasonOptional && reason.trim() === ''
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            {t('cancel')}
          </Button>
          <Button
            variant="pri"
            isPending={isPending}
            onPress={() => {
              setTried(true)
              if (ready && !missing) onSubmit(reason.trim())
            }}
          >
            {title}
          </Button>
        </>
      }
    >
      <p>{lead}</p>
      <div className="p-form">
        {children}
        <TextArea
          label={reasonLabel ?? t('reason')}
          optional={reasonOptional}
          rows={4}
          maxLength={1000}
          value={reason}
          onChange={setReason}
          error={tried && missing ? t('required') : undefined}
        />
      </div>
    </Dialog>
  )
}

const NOBODY = 'nobody'

export function AssignDialog({ petition, onClose }: ActDialogProps) {
  const t = useWords(petitionWords)
  const text = useText()
  const trpc = useTRPC()
  const members = useQuery(trpc.identity.members.queryOptions({ unitId: petition.unit.id }))
  const [personId, setPersonId] = useState<string | null>(petition.person?.id ?? null)
  const act = useMutation(trpc.customer.assign.mutationOptions(useActOptions(petition.id, onClose)))
  return (
    <Ask
      title={t('assign')}
      lead={t('assignLead')}
      isPending={act.isPending}
      onClose={onClose}
      reasonOptional
      onSubmit={(reason) =>
        act.mutate({ petitionId: petition.id, version: petition.version, personId, ...(reason ? { reason } : {}) })
      }
    >
      <Select
        label={t('assignTo')}
        value={personId ?? NOBODY}
        onChange={(key) => setPersonId(key === NOBODY ? null : key)}
        options={[
          ...(members.data ?? []).map((one) => ({ id: one.personId, label: one.name, hint: text(one.title) })),
          { id: NOBODY, label: t('assignNobody') },
        ]}
      />
    </Ask>
  )
}

export function TransferDialog({ petition, onClose }: ActDialogProps) {
  const t = useWords(petitionWords)
  const text = useText()
  const trpc = useTRPC()
  const units = useQuery(trpc.identity.orgTree.queryOptions({}))
  const [unitId, setUnitId] = useState<string | null>(null)
  const act = useMutation(trpc.customer.transfer.mutationOptions(useActOptions(petition.id, onClose)))
  const choices = (units.data ?? []).filter((unit) => unit.kind !== 'agency' && unit.id !== petition.unit.id)
  return (
    <Ask
      title={t('transfer')}
      lead={t('transferLead')}
      isPending={act.isPending}
      onClose={onClose}
      ready={unitId !== null}
      onSubmit={(reason) =>
        unitId !== null && act.mutate({ petitionId: petition.id, version: petition.version, unitId, reason })
      }
    >
      <ComboBox
        label={t('transferTo')}
        value={unitId}
        onChange={setUnitId}
        options={choices.map((unit) => ({ id: unit.id, label: text(unit.name) }))}
      />
    </Ask>
  )
}

export function TransferAgencyDialog({ petition, onClose }: ActDialogProps) {
  const t = useWords(petitionWords)
  const text = useText()
  const trpc = useTRPC()
  const agencies = useQuery(trpc.customer.agencies.queryOptions())
  const [agency, setAgency] = useState<string | null>(null)
  const act = useMutation(trpc.customer.transferToAgency.mutationOptions(useActOptions(petition.id, onClose)))
  return (
    <Ask
      title={t('transferAgency')}
      lead={t('transferAgencyLead')}
      isPending={act.isPending}
      onClose={onClose}
      ready={agency !== null}
      onSubmit={(reason) =>
        agency !== null && act.mutate({ petitionId: petition.id, version: petition.version, agency, reason })
      }
    >
      <ComboBox
        label={t('transferAgencyTo')}
        value={agency}
        onChange={setAgency}
        options={(agencies.data?.agencies ?? []).map((one) => ({ id: one.slug, label: text(one.name) }))}
      />
    </Ask>
  )
}

export function RefuseDialog({ petition, onClose }: ActDialogProps) {
  const t = useWords(petitionWords)
  const trpc = useTRPC()
  const act = useMutation(trpc.customer.refuseTransfer.mutationOptions(useActOptions(petition.id, onClose)))
  return (
    <Ask
      title={t('refuse')}
      lead={t('refuseLead')}
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={(reason) => act.mutate({ petitionId: petition.id, version: petition.version, reason })}
    />
  )
}

export function ExtendDialog({ petition, onClose }: ActDialogProps) {
  const t = useWords(petitionWords)
  const trpc = useTRPC()
  const act = useMutation(trpc.customer.extend.mutationOptions(useActOptions(petition.id, onClose)))
  return (
    <Ask
      title={t('extend')}
      lead={t('extendLead')}
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={(reason) => act.mutate({ petitionId: petition.id, version: petition.version, reason })}
    />
  )
}

export function SupplementDialog({ petition, onClose }: ActDialogProps) {
  const t = useWords(petitionWords)
  const trpc = useTRPC()
  const [days, setDays] = useState('7')
  const act = useMutation(trpc.customer.requestSupplement.mutationOptions(useActOptions(petition.id, onClose)))
  const count = Number(days)
  const fine = Number.isInteger(count) && count >= 1 && count <= 60
  return (
    <Ask
      title={t('supplement')}
      lead={t('supplementLead')}
      isPending={act.isPending}
      onClose={onClose}
      ready={fine}
      reasonLabel={t('supplementText')}
      onSubmit={(request) => act.mutate({ petitionId: petition.id, version: petition.version, request, days: count })}
    >
      <TextField
        label={t('supplementDays')}
        inputMode="numeric"
        value={days}
        onChange={setDays}
        error={fine ? undefined : '1–60'}
      />
    </Ask>
  )
}
