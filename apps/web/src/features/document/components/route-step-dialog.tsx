import { Button, Checkbox, Dialog, Note, Select, TextField, useWords } from '@harmony/ui'
import { useState } from 'react'
import type { RouteRow } from '../lib/route.ts'
import { routeWords } from '../route-words.ts'
import { documentWords } from '../words.ts'
import { PersonSearch } from './person-search.tsx'
import { useRowName } from './route-row.tsx'

interface RouteStepDialogProps {
  readonly row: RouteRow
  /** Whether the row above is asked for consent too, so that both can be asked at once. */
  readonly canJoin: boolean
  readonly taken: ReadonlySet<string>
  readonly onChange: (change: Partial<RouteRow>) => void
  readonly onClose: () => void
}

/** What else a place of the route may say: who, 병렬협조, 전결, 대결, what the drafter asks for. */
export function RouteStepDialog({ row, canJoin, taken, onChange, onClose }: RouteStepDialogProps) {
  const t = useWords(routeWords)
  const d = useWords(documentWords)
  const name = useRowName()
  const [note, setNote] = useState(row.request.note)
  const close = () => {
    if (note.trim() !== row.request.note) onChange({ request: { ...row.request, note: note.trim() } })
    onClose()
  }
  return (
    <Dialog
      title={name(row)}
      isOpen
      onClose={close}
      actions={
        <Button variant="pri" onPress={close}>
          {t('done')}
        </Button>
      }
    >
      <div className="dc-form">
        {row.problem && <Note tone="amber">{t(row.problem === 'drafter' ? 'isDrafter' : 'vacant')}</Note>}
        <PersonSearch
          label={t('change')}
          without={taken}
          onPick={(one) =>
            onChange({
              personId: one.person.id,
              unitId: one.unit.id,
              name: one.person.name,
              title: one.title,
              unit: one.unit.name,
              problem: null,
            })
          }
        />
        <Select
          label={t('request')}
          value={row.request.action}
          onChange={(action) => onChange({ request: { action, note: note.trim() } })}
          options={(['report', 'direct', 'execute'] as const).map((id) => ({ id, label: d(`ask-${id}`) }))}
        />
        <TextField
          label={t('requestNote')}
          hint={t('requestHint')}
          optional
          maxLength={100}
          value={note}
          onChange={setNote}
        />
        {row.role === 'consent' && (
          <Checkbox
            isSelected={row.withPrevious}
            isDisabled={!canJoin}
            onChange={(withPrevious) => onChange({ withPrevious })}
          >
            {t('together')}
          </Checkbox>
        )}
        {row.role === 'approve' && (
          <>
            <Checkbox isSelected={row.delegated} onChange={(delegated) => onChange({ delegated })}>
              {t('delegated')}
            </Checkbox>
            <p className="h-hint">{t('delegatedHint')}</p>
          </>
        )}
        <ActingFor row={row} taken={taken} onChange={onChange} />
      </div>
    </Dialog>
  )
}

/** 대결: whom this person stands in for. */
function ActingFor({ row, taken, onChange }: Pick<RouteStepDialogProps, 'row' | 'taken' | 'onChange'>) {
  const t = useWords(routeWords)
  const d = useWords(documentWords)
  if (row.actingFor) {
    return (
      <div className="h-row">
        <span>{d('actingFor', { name: row.actingFor.name })}</span>
        <Button size="sm" onPress={() => onChange({ actingFor: null })}>
          {t('actingNone')}
        </Button>
      </div>
    )
  }
  return (
    <PersonSearch
      label={t('actingFor')}
      without={taken}
      onPick={(one) =>
        onChange({
          actingFor: { id: one.person.id, name: one.person.name, title: one.title, unit: one.unit.name },
        })
      }
    />
  )
}
