import {
  Button,
  Dialog,
  IconButton,
  Menu,
  type MenuEntry,
  notify,
  TextField,
  useImeSafeEnter,
  useWords,
} from '@harmony/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useErrorText } from '../../../lib/errors.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { type RouteRow, rowsOf, stepsOf } from '../lib/route.ts'
import { routeWords } from '../route-words.ts'
import { documentWords } from '../words.ts'

interface SavedRoutesProps {
  readonly rows: readonly RouteRow[]
  readonly onChange: (rows: RouteRow[]) => void
}

/** My routes: take one, keep the present one, delete. */
export function SavedRoutes({ rows, onChange }: SavedRoutesProps) {
  const t = useWords(routeWords)
  const trpc = useTRPC()
  const [asking, setAsking] = useState(false)
  const routes = useQuery(trpc.document.savedRoutes.queryOptions()).data?.routes ?? []
  const entries: MenuEntry[] = [
    ...routes.map((route) => ({
      id: route.id,
      label: route.name,
      hint: route.steps.map((step) => step.person?.name ?? '—').join(' → '),
      onAction: () => onChange(rowsOf(route.steps)),
    })),
    { id: 'keep', label: t('save'), icon: 'plus', onAction: () => setAsking(true) },
  ]
  return (
    <>
      <Menu
        label={t('saved')}
        trigger={
          <Button size="sm" icon="layers">
            {t('saved')}
          </Button>
        }
        entries={entries}
      />
      {asking && <KeepRoute rows={rows} onClose={() => setAsking(false)} />}
    </>
  )
}

/** Gives the present route a name, and shows those kept so that they can be deleted. */
function KeepRoute({ rows, onClose }: { readonly rows: readonly RouteRow[]; readonly onClose: () => void }) {
  const t = useWords(routeWords)
  const d = useWords(documentWords)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const routes = useQuery(trpc.document.savedRoutes.queryOptions()).data?.routes ?? []
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.document.savedRoutes.queryKey() })
  const onError = (error: unknown) => notify.failed(errorText(error))
  const save = useMutation(
    trpc.document.saveRoute.mutationOptions({
      onSuccess: async () => {
        notify.done(t('saveDone'))
        await refresh()
        onClose()
      },
      onError,
    }),
  )
  const remove = useMutation(
    trpc.document.deleteRoute.mutationOptions({
      onSuccess: async () => {
        notify.done(t('deleteDone'))
        await refresh()
      },
      onError,
    }),
  )
  const steps = stepsOf(rows)
  const send = () => {
    setTried(true)
    if (name.trim() !== '' && steps.length > 0) save.mutate({ name: name.trim(), steps })
  }
  const onEnter = useImeSafeEnter(send)
  const problem = steps.length === 0 ? t('problem-empty') : name.trim() === '' ? d('required') : undefined
  return (
    <Dialog
      title={t('save')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{d('cancel')}</Button>
          <Button variant="pri" isPending={save.isPending} onPress={send}>
            {t('save')}
          </Button>
        </>
      }
    >
      <p>{t('saveLead')}</p>
      <TextField
        label={t('saveName')}
        autoFocus
        maxLength={60}
        value={name}
        onChange={setName}
        onKeyDown={onEnter}
        error={tried ? problem : undefined}
      />
      {routes.length > 0 && (
        <ul className="dc-plain" aria-label={t('saved')}>
          {routes.map((route) => (
            <li key={route.id}>
              <span>
                <b>{route.name}</b>
                <small className="h-muted">{route.steps.map((step) => step.person?.name ?? '—').join(' → ')}</small>
              </span>
              <IconButton
                icon="trash"
                label={t('delete', { name: route.name })}
                isDisabled={remove.isPending}
                onPress={() => remove.mutate({ routeId: route.id })}
              />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
