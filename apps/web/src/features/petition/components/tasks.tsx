import { Button, RadioGroup, TextField, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import { type OfficerPetition, useActOptions } from '../api.ts'
import { petitionWords } from '../words.ts'

type Task = OfficerPetition['workItems'][number]
type Result = string | number | boolean

/** The steps the process waits for; those of this officer with their results, others named. */
export function Tasks({ petition }: { readonly petition: OfficerPetition }) {
  const t = useWords(petitionWords)
  const open = petition.workItems.filter((task) => task.action !== 'answer')
  if (open.length === 0) return null
  return (
    <>
      {open.map((task) =>
        task.mine && petition.abilities.includes('complete-task') ? (
          <TaskForm key={task.element} petition={petition} task={task} />
        ) : (
          <div key={task.element} className="p-task">
            <h2>{task.name}</h2>
            <p className="h-muted">{t('taskOther', { performer: task.performer })}</p>
          </div>
        ),
      )}
    </>
  )
}

function TaskForm({ petition, task }: { readonly petition: OfficerPetition; readonly task: Task }) {
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
      {names.map(([name, type]) =>
        type === 'bool' ? (
          <RadioGroup
            key={name}
            label={name}
            value={result[name] === undefined ? null : result[name] ? 'yes' : 'no'}
            onChange={(value) => setResult((all) => ({ ...all, [name]: value === 'yes' }))}
            options={[
              { id: 'yes', label: t('taskYes') },
              { id: 'no', label: t('taskNo') },
            ]}
          />
        ) : (
          <TextField
            key={name}
            label={name}
            inputMode={type === 'double' ? 'decimal' : 'text'}
            value={String(result[name] ?? '')}
            onChange={(value) => setResult((all) => ({ ...all, [name]: type === 'double' ? Number(value) : value }))}
          />
        ),
      )}
      <TextField label={t('taskNote')} optional value={note} onChange={setNote} maxLength={1000} />
      <div className="p-acts">
        <Button type="submit" variant="pri" isPending={finish.isPending} isDisabled={!ready}>
          {t('taskDone')}
        </Button>
      </div>
    </form>
  )
}
