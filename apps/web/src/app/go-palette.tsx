import { useText, useWords } from '@harmony/ui'
import { Palette, type PaletteItem } from '@harmony/ui/palette'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { paths } from '../lib/paths.ts'
import { useTRPC } from '../lib/trpc.tsx'
import { appWords } from './words.ts'

/** Ctrl+K for officers: pages and petitions. */
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
  const go = (href: string) => () => history.push(href)
  const pages: PaletteItem[] = [
    { id: 'home', group: t('pages'), label: t('home'), icon: 'home', onChoose: go(paths.home(agency)) },
    { id: 'queue', group: t('pages'), label: t('queue'), icon: 'chat', onChoose: go(paths.queue(agency)) },
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
  return <Palette isOpen onClose={onClose} items={[...pages, ...petitions]} onQuery={setTyped} />
}
