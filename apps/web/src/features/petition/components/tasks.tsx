import { Button, RadioGroup, TextField, useText, useWords } from '@harmony/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import { type OfficerPetition, useActOptions } from '../api.ts'
import { RESULT_FIELDS } from '../result-fields.ts'
import { petitionWords } from '../words.ts'

type Task = OfficerPetition['workItems'][number]
type Result = string | number | boolean

/** The server's name for the way that is left when no named answer fits. */
const OTHERWISE = 'otherwise'
const YES_NO = [
  ['true', 'taskYes'],
  ['false', 'taskNo'],
] as const

/** The steps the process waits for; those of this officer with their results, others named. */
export function Tasks({ petition }: { readonly petition: OfficerPetition }) {
  const open = petition.workItems.filter((task) => task.action !== 'answer')
  if (open.length === 0 || (petition.status !== 'open' && petition.status !== 'supplement')) return null
  return (
    <>
      {open.map((task) =>
        task.mine && petition.abilities.includes('complete-task') ? (
          <TaskForm key={task.element} petition={petition} task={task} />
        ) : (
          <WaitingTask key={task.element} petition={petition} task={task} />
        ),
      )}
    </>
  )
}

interface TaskProps {
  readonly petition: OfficerPetition
  readonly task: Task
}

/** A step that others will take: their unit or office named. */
function WaitingTask({ petition, task }: TaskProps) {
  const t = useWords(petitionWords)
  const text = useText()
  const trpc = useTRPC()
  const [kind, code] = task.performer.split(':')
  const elsewhere = kind === 'unit' && code !== 'duty'
  const units = useQuery(trpc.identity.orgTree.queryOptions({}, { enabled: elsewhere, staleTime: 300_000 }))
  const asked = units.data?.find((unit) => unit.code === code)
  const performer = () => {
    if (elsewhere) return asked ? text(asked.name) : t('performerOther')
    if (kind === 'unit') return petition.person?.name ?? text(petition.unit.name)
    return t(code === 'team-head' ? 'performerHead' : code === 'reviewer' ? 'performerReviewer' : 'performerOther')
  }
  return (
    <div className="p-task">
      <h2>{task.name}</h2>
      <p className="h-muted">{t('taskOther', { performer: performer() })}</p>
    </div>
  )
}

function TaskForm({ petition, task }: TaskProps) {
  const t = useWords(petitionWords)
  const trpc = useTRPC()
  const finish = useMutation(trpc.customer.completeTask.mutationOptions(useActOptions(petition.id)))
  const [result, setResult] = useState<Readonly<Record<string, Result>>>({})
  const [note, setNote] = useState('')
  const names = Object.entries(task.results)
  const ready = names.every(([name]) => result[name] !== undefined && result[name] !== '')
  return (
    <form
      className="p-task"
      onSubmit={(event) => {
        event.preventDefault()
        const words = note.trim() === '' ? {} : { note: note.trim() }
        finish.mutate({ petitionId: petition.id, version: petition.version, element: task.element, result, ...words })
      }}
    >
      <h2>
        {t('task')}: {task.name}
      </h2>
      {names.map(([name, type]) => (
        <ResultInput
          key={name}
          name={name}
          type={type}
          asked={task.questions[name]}
          value={result[name]}
          onChange={(value) => setResult((all) => ({ ...all, [name]: value }))}
        />
      ))}
      <TextField label={t('taskNote')} optional value={note} onChange={setNote} maxLength={1000} />
      <div className="p-acts">
        <Button type="submit" variant="pri" isPending={finish.isPending} isDisabled={!ready}>
          {t('taskDone')}
        </Button>
      </div>
    </form>
  )
}

interface ResultInputProps {
  readonly name: string
  readonly type: string
  /** The process's own words for it. */
  readonly asked: Task['questions'][string] | undefined
  readonly value: Result | undefined
  readonly onChange: (value: Result) => void
}

/** One outcome of a step: yes or no, one of the known answers, else a figure or words. */
function ResultInput({ name, type, asked, value, onChange }: ResultInputProps) {
  const t = useWords(petitionWords)
  const field = RESULT_FIELDS[name]
  const label = field ? t(field.label) : (asked?.question ?? name)
  const known = (type === 'bool' ? YES_NO : field?.options)?.map(([id, word]) => ({ id: `${id}`, label: t(word) }))
  const options =
    known ?? asked?.choices.map((id) => ({ id, label: id === OTHERWISE ? t('resultOtherwise') : id })) ?? []
  if (options.length > 0) {
    return (
      <RadioGroup
        label={label}
        value={value === undefined ? null : String(value)}
        onChange={(chosen) => onChange(type === 'bool' ? chosen === 'true' : chosen)}
        options={options}
      />
    )
  }
  return (
    <TextField
      label={label}
      inputMode={type === 'double' ? 'decimal' : 'text'}
      value={String(value ?? '')}
      onChange={(typed) => onChange(type === 'double' ? Number(typed) : typed)}
    />
  )
}
