import { useText, useWords } from '@harmony/ui'
import { Palette, type PaletteItem } from '@harmony/ui/palette'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { paths } from '../lib/paths.ts'
import { useTRPC } from '../lib/trpc.tsx'
import { appWords } from './words.ts'

/** Ctrl+K for officers: pages, documents, petitions, tasks. */
export function GoPalette({ agency, onClose }: { readonly agency: string; readonly onClose: () => void }) {
  const t = useWords(appWords)
  const text = useText()
  const trpc = useTRPC()
  const { history } = useRouter()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim().slice(0, 100))
  const found = useQuery(
    trpc.customer.queue.queryOptions(
      { scope: 'unit', limit: 20, ...(search && !/^[ㄱ-ㅎ\s]+$/.test(search) ? { search } : {}) },
      { placeholderData: keepPreviousData },
    ),
  )
  const tasks = useQuery(
    trpc.brm.search.queryOptions(
      { query: search, limit: 20 },
      { placeholderData: keepPreviousData, enabled: search !== '' },
    ),
  )
  const cards = useQuery(
    trpc.task.list.queryOptions(
      // Initials alone are matched here, among the tasks changed last.
      /^[ㄱ-ㅎ\s]+$/.test(search) ? { limit: 100, sort: 'changed', order: 'desc' } : { limit: 20, search },
      { placeholderData: keepPreviousData, enabled: search !== '' },
    ),
  )
  const documents = useQuery(
    trpc.document.list.queryOptions(
      { limit: 20, search },
      { placeholderData: keepPreviousData, enabled: search !== '' && !/^[ㄱ-ㅎ\s]+$/.test(search) },
    ),
  )
  const recent = useQuery(trpc.document.list.queryOptions({ limit: 50 }, { staleTime: 60_000 }))
  const go = (href: string) => () => history.push(href)
  const pages: PaletteItem[] = [
    { id: 'home', group: t('pages'), label: t('home'), icon: 'home', onChoose: go(paths.home(agency)) },
    { id: 'inbox', group: t('pages'), label: t('inbox'), icon: 'stamp', onChoose: go(paths.inbox(agency)) },
    { id: 'documents', group: t('pages'), label: t('documents'), icon: 'file', onChoose: go(paths.documents(agency)) },
    {
      id: 'new-document',
      group: t('pages'),
      label: t('newDocument'),
      icon: 'plus',
      onChoose: go(paths.newDocument(agency)),
    },
    {
      id: 'directives',
      group: t('pages'),
      label: t('directives'),
      icon: 'flag',
      onChoose: go(paths.directives(agency)),
    },
    { id: 'queue', group: t('pages'), label: t('queue'), icon: 'chat', onChoose: go(paths.queue(agency)) },
    { id: 'tasks', group: t('pages'), label: t('tasks'), icon: 'task', onChoose: go(paths.tasks(agency)) },
    { id: 'monitor', group: t('pages'), label: t('monitor'), icon: 'chart', onChoose: go(paths.taskMonitor(agency)) },
    {
      id: 'functions',
      group: t('pages'),
      label: t('functions'),
      icon: 'layers',
      onChoose: go(paths.functions(agency)),
    },
    {
      id: 'dispatches',
      group: t('pages'),
      label: t('dispatches'),
      icon: 'send',
      onChoose: go(paths.dispatches(agency)),
    },
    { id: 'schedule', group: t('pages'), label: t('schedule'), icon: 'calendar', onChoose: go(paths.schedule(agency)) },
    { id: 'memos', group: t('pages'), label: t('memos'), icon: 'memo', onChoose: go(paths.memos(agency)) },
    { id: 'meetings', group: t('pages'), label: t('meetings'), icon: 'users', onChoose: go(paths.meetings(agency)) },
    { id: 'map', group: t('pages'), label: t('map'), icon: 'map', onChoose: go(paths.strategyMap(agency)) },
    {
      id: 'reports',
      group: t('pages'),
      label: t('reports'),
      icon: 'chart',
      onChoose: go(paths.petitionReport(agency)),
    },
    { id: 'agency', group: t('pages'), label: t('switchAgency'), icon: 'building', onChoose: go(paths.chooser()) },
  ]
  const petitions = (found.data?.rows ?? []).map((row) => ({
    id: row.id,
    group: t('queue'),
    label: row.title,
    hint: `${row.number} · ${text(row.service)}${row.customerName ? ` · ${row.customerName}` : ''}`,
    icon: 'chat' as const,
    onChoose: go(paths.petition(agency, row.id)),
  }))
  const unitTasks = (search === '' ? [] : (tasks.data?.rows ?? [])).map((row) => ({
    id: row.id,
    group: t('unitTasks'),
    label: row.name,
    hint: `${row.code} · ${row.path.slice(-2).join(' › ')}`,
    icon: 'layers' as const,
    onChoose: go(paths.unitTask(agency, row.id)),
  }))
  const taskCards = (search === '' ? [] : (cards.data?.rows ?? [])).map((row) => ({
    id: row.id,
    group: t('taskCards'),
    label: row.name,
    hint: `${text(row.unit.name)} · ${row.owner.name}`,
    icon: 'task' as const,
    onChoose: go(paths.task(agency, row.id)),
  }))
  // The last ones are found by 초성 here, all others by words on the server.
  const known = new Map([...(recent.data?.rows ?? []), ...(documents.data?.rows ?? [])].map((row) => [row.id, row]))
  const documentCards = [...known.values()].map((row) => ({
    id: row.id,
    group: t('documents'),
    label: row.title,
    hint: [row.number, text(row.kind.name), row.drafter.name].filter(Boolean).join(' · '),
    icon: 'file' as const,
    onChoose: go(paths.document(agency, row.id)),
  }))
  return (
    <Palette
      isOpen
      onClose={onClose}
      items={[...pages, ...documentCards, ...petitions, ...taskCards, ...unitTasks]}
      onQuery={setTyped}
    />
  )
}
