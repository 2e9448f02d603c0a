import { Button, useText, useWords } from '@harmony/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import { UnitPick } from '../../task/components/person-pick.tsx'
import { useActOptions } from '../api.ts'
import { listWords } from '../list-words.ts'
import { dispatchWords } from '../words.ts'
import { ActDialog } from './act-dialog.tsx'

/** Which unit takes in what other agencies send; an administrator may choose another. */
export function DeskLine() {
  const t = useWords(listWords)
  const text = useText()
  const trpc = useTRPC()
  const [open, setOpen] = useState(false)
  const desk = useQuery(trpc.dispatch.desk.queryOptions(undefined, { staleTime: 60_000 })).data
  if (desk === undefined) return null
  return (
    <div className="ds-foot ds-desk h-noprint">
      <span>{t('desk', { unit: text(desk.unit.name) })}</span>
      {desk.canChange && (
        <Button size="sm" onPress={() => setOpen(true)}>
          {t('deskChange')}
        </Button>
      )}
      {open && <DeskDialog unitId={desk.unit.id} onClose={() => setOpen(false)} />}
    </div>
  )
}

function DeskDialog({ unitId, onClose }: { readonly unitId: string; readonly onClose: () => void }) {
  const t = useWords(listWords)
  const d = useWords(dispatchWords)
  const trpc = useTRPC()
  const [chosen, setChosen] = useState<string | null>(unitId)
  const { onSuccess, onError } = useActOptions(() => t('deskDone'), onClose)
  const act = useMutation(
    trpc.dispatch.setDesk.mutationOptions({ onError, onSuccess: () => onSuccess({ number: null }) }),
  )
  return (
    <ActDialog
      title={t('deskChange')}
      lead={t('deskLead')}
      ready={chosen !== null}
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={() => chosen !== null && act.mutate({ unitId: chosen })}
    >
      <UnitPick
        label={t('deskUnit')}
        value={chosen}
        onChange={setChosen}
        error={chosen === null ? d('choose') : undefined}
      />
    </ActDialog>
  )
}
