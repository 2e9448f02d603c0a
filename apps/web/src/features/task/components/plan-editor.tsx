import { Button, DateField, IconButton, TextArea, TextField, useWords } from '@harmony/ui'
import { useRef, useState } from 'react'
import { dotted } from '../lib/days.ts'
import { type DraftPhase, faultsOf, isSound, moved, weightsOf } from '../lib/plan-draft.ts'
import { giveRest, remainderOf } from '../lib/weights.ts'
import { planWords } from '../plan-words.ts'
import { Refusal } from './refusal.tsx'
import { WeightBar } from './weight-bar.tsx'

export interface PlanEditorProps {
  readonly initial: readonly DraftPhase[]
  /** A plan that exists is changed for a reason. */
  readonly asksReason: boolean
  readonly isPending: boolean
  readonly error: string | undefined
  readonly onSave: (rows: readonly DraftPhase[], reason: string) => void
  readonly onCancel: () => void
}

/** The whole plan at once: rows to type in, weights also by the bar, saved only when they make 100. */
export function PlanEditor({ initial, asksReason, isPending, error, onSave, onCancel }: PlanEditorProps) {
  const t = useWords(planWords)
  const [rows, setRows] = useState<readonly DraftPhase[]>(initial)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const made = useRef(0)
  const faults = faultsOf(rows)
  const weights = weightsOf(rows)
  const rest = remainderOf(weights)
  const missingReason = asksReason && reason.trim() === ''
  const change = (index: number, part: Partial<DraftPhase>) =>
    setRows(rows.map((row, at) => (at === index ? { ...row, ...part } : row)))
  const takeWeights = (next: readonly number[]) =>
    setRows(rows.map((row, at) => ({ ...row, weight: String(next[at] ?? row.weight) })))
  const add = () => {
    made.current += 1
    setRows([
      ...rows,
      {
        key: `new-${made.current}`,
        name: '',
        activity: '',
        weight: String(Math.max(0, rest)),
        dueDate: '',
        completed: false,
      },
    ])
  }
  const save = () => {
    setTried(true)
    if (isSound(rows) && !missingReason) onSave(rows, reason.trim())
  }
  const nameOf = (row: DraftPhase, index: number) => row.name.trim() || t('phaseNo', { n: index + 1 })
  return (
    <div className="tk-editor">
      <div>
        <h3 className="h-label">{t('weights')}</h3>
        <p className="h-hint">{t('weightsHelp')}</p>
      </div>
      <WeightBar
        parts={rows.map((row, index) => ({ key: row.key, name: nameOf(row, index), weight: weights[index] ?? 0 }))}
        onChange={takeWeights}
      />
      {rows.map((row, index) => {
        const fault = tried ? faults.rows[index] : undefined
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would be a row of its own in the grid
          <div key={row.key} className="tk-erow" role="group" aria-label={nameOf(row, index)}>
            <TextField
              label={t('phase')}
              size="md"
              maxLength={100}
              value={row.name}
              onChange={(name) => change(index, { name })}
              error={fault?.name ? t('required') : undefined}
            />
            <TextField
              label={t('activity')}
              size="md"
              maxLength={1000}
              value={row.activity}
              onChange={(activity) => change(index, { activity })}
            />
            <div>
              <TextField
                label={`${t('weight')} (%)`}
                size="md"
                inputMode="numeric"
                value={row.weight}
                onChange={(weight) => change(index, { weight })}
                error={fault?.weight ? t('weightBad') : undefined}
              />
              {rest !== 0 && (
                <Button size="sm" variant="txt" onPress={() => takeWeights(giveRest(weights, index))}>
                  {t(rest > 0 ? 'giveRest' : 'takeOver')}
                </Button>
              )}
            </div>
            {row.completed ? (
              <div className="fixed">
                <b className="h-label">{t('due')}</b>
                <span>{dotted(row.dueDate)}</span>
                <small>{t('dueFixed')}</small>
              </div>
            ) : (
              <DateField
                label={t('due')}
                size="md"
                value={row.dueDate}
                onChange={(dueDate) => change(index, { dueDate })}
                error={fault?.dueDate ? t('required') : undefined}
              />
            )}
            <div className="acts">
              <IconButton
                icon="up"
                label={t('phaseUp', { name: nameOf(row, index) })}
                isDisabled={index === 0}
                onPress={() => setRows(moved(rows, index, -1))}
              />
              <IconButton
                icon="down"
                label={t('phaseDown', { name: nameOf(row, index) })}
                isDisabled={index === rows.length - 1}
                onPress={() => setRows(moved(rows, index, 1))}
              />
              <IconButton
                icon="trash"
                label={t('removePhase', { name: nameOf(row, index) })}
                isDisabled={rows.length === 1 || row.completed}
                onPress={() => setRows(rows.filter((_, at) => at !== index))}
              />
            </div>
          </div>
        )
      })}
      <div>
        <Button size="sm" icon="plus" onPress={add}>
          {t('addPhase')}
        </Button>
      </div>
      {asksReason && (
        <TextArea
          label={t('changeReason')}
          hint={t('changeReasonHint')}
          rows={2}
          maxLength={1000}
          value={reason}
          onChange={setReason}
          error={tried && missingReason ? t('required') : undefined}
        />
      )}
      {tried && !faults.whole && (
        <p className="h-error" role="alert">
          {t('mustBeWhole')}
        </p>
      )}
      {error && <Refusal>{error}</Refusal>}
      <div className="h-actions">
        <Button onPress={onCancel} isDisabled={isPending}>
          {t('cancel')}
        </Button>
        <Button variant="pri" isPending={isPending} onPress={save}>
          {t('save')}
        </Button>
      </div>
    </div>
  )
}
