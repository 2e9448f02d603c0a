import { Button, Dialog, IconButton, TextArea, TextField, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useErrorText } from '../../../lib/errors.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { type TaskCardView, useActOptions } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { taskWords } from '../words.ts'
import { CardFields, missingFields } from './card-fields.tsx'
import { PersonPick, UnitPick } from './person-pick.tsx'
import { ReasonAsk } from './reason-ask.tsx'
import { Refusal } from './refusal.tsx'

export interface CardDialogProps {
  readonly card: TaskCardView
  readonly onClose: () => void
}

/** Name, goal, background, the agency's own fields, and who takes part. */
export function EditHeaderDialog({ card, onClose }: CardDialogProps) {
  const t = useWords(cardWords)
  const tt = useWords(taskWords)
  const trpc = useTRPC()
  const errorText = useErrorText()
  const [begun] = useState(card)
  const [name, setName] = useState(begun.name)
  const [goal, setGoal] = useState(begun.goal)
  const [background, setBackground] = useState(begun.background)
  const [fields, setFields] = useState(begun.fields)
  const [members, setMembers] = useState<readonly { readonly id: string; readonly name: string }[]>(begun.members)
  const [tried, setTried] = useState(false)
  const act = useMutation(trpc.task.edit.mutationOptions(useActOptions(t('saved'), onClose)))
  const missing = missingFields(begun.fieldTypes, fields)
  const submit = () => {
    setTried(true)
    if (name.trim() === '' || missing.size > 0) return
    act.mutate({
      taskCardId: begun.id,
      version: begun.version,
      name: name.trim(),
      goal: goal.trim(),
      background: background.trim(),
      fields,
      memberIds: members.map((one) => one.id),
    })
  }
  return (
    <Dialog
      title={t('edit')}
      size="lg"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} isDisabled={act.isPending}>
            {tt('cancel')}
          </Button>
          <Button variant="pri" isPending={act.isPending} onPress={submit}>
            {tt('save')}
          </Button>
        </>
      }
    >
      <p>{t('editLead')}</p>
      <div className="tk-form">
        <TextField
          label={t('name')}
          maxLength={200}
          value={name}
          onChange={setName}
          error={tried && name.trim() === '' ? tt('required') : undefined}
        />
        <TextArea
          label={t('goal', { year: begun.year })}
          optional
          rows={2}
          maxLength={2000}
          value={goal}
          onChange={setGoal}
        />
        <TextArea
          label={t('background')}
          optional
          rows={4}
          maxLength={10_000}
          value={background}
          onChange={setBackground}
        />
        <CardFields
          fields={begun.fieldTypes}
          values={fields}
          onChange={setFields}
          missing={tried ? missing : new Set()}
          requiredText={tt('required')}
        />
        <MemberPick members={members} onChange={setMembers} unitId={begun.unit.id} />
        {act.error && <Refusal>{errorText(act.error)}</Refusal>}
      </div>
    </Dialog>
  )
}

interface MemberPickProps {
  readonly members: readonly { readonly id: string; readonly name: string }[]
  readonly onChange: (members: readonly { readonly id: string; readonly name: string }[]) => void
  readonly unitId: string
}

/** Who takes part: chosen unit by unit, each removable. */
export function MemberPick({ members, onChange, unitId: ownUnit }: MemberPickProps) {
  const t = useWords(cardWords)
  const [unitId, setUnitId] = useState(ownUnit)
  return (
    <div className="tk-form">
      <div className="tk-pair">
        <UnitPick label={t('memberUnit')} value={unitId} onChange={setUnitId} />
        <PersonPick
          label={t('addMember')}
          unitId={unitId}
          value={null}
          onChange={(id, name) => members.some((one) => one.id === id) || onChange([...members, { id, name }])}
        />
      </div>
      <ul className="tk-people" aria-label={t('members')}>
        {members.length === 0 && <li className="h-muted h-xs">{t('noMembers')}</li>}
        {members.map((one) => (
          <li key={one.id}>
            {one.name}
            <IconButton
              icon="close"
              label={t('removeMember', { name: one.name })}
              onPress={() => onChange(members.filter((other) => other.id !== one.id))}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** 인계인수: another person in charge, of this or another unit. */
export function HandOverDialog({ card, onClose }: CardDialogProps) {
  const t = useWords(cardWords)
  const trpc = useTRPC()
  const [unitId, setUnitId] = useState(card.unit.id)
  const [ownerId, setOwnerId] = useState<string | null>(null)
  const act = useMutation(trpc.task.handOver.mutationOptions(useActOptions(t('handedOver'), onClose)))
  return (
    <ReasonAsk
      title={t('handOver')}
      lead={t('handOverLead')}
      isPending={act.isPending}
      ready={ownerId !== null}
      onClose={onClose}
      onSubmit={(reason) =>
        ownerId !== null &&
        act.mutate({
          taskCardId: card.id,
          version: card.version,
          ownerId,
          ...(unitId === card.unit.id ? {} : { unitId }),
          reason,
        })
      }
    >
      <UnitPick
        label={t('newUnit')}
        value={unitId}
        onChange={(id) => {
          setUnitId(id)
          setOwnerId(null)
        }}
      />
      <PersonPick label={t('newOwner')} unitId={unitId} value={ownerId} onChange={setOwnerId} />
    </ReasonAsk>
  )
}

/** Closes a card: it names what follows, asks why, and is not undone by a click. */
export function CloseDialog({ card, onClose }: CardDialogProps) {
  const t = useWords(cardWords)
  const trpc = useTRPC()
  const act = useMutation(trpc.task.close.mutationOptions(useActOptions(t('closedNow'), onClose)))
  return (
    <ReasonAsk
      title={t('close')}
      lead={t('closeLead')}
      isPending={act.isPending}
      danger
      onClose={onClose}
      onSubmit={(reason) => act.mutate({ taskCardId: card.id, version: card.version, reason })}
    />
  )
}

/** Opens a closed card again, for a reason. */
export function ReopenDialog({ card, onClose }: CardDialogProps) {
  const t = useWords(cardWords)
  const trpc = useTRPC()
  const act = useMutation(trpc.task.reopen.mutationOptions(useActOptions(t('reopenedNow'), onClose)))
  return (
    <ReasonAsk
      title={t('reopen')}
      lead={t('reopenLead')}
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={(reason) => act.mutate({ taskCardId: card.id, version: card.version, reason })}
    />
  )
}
