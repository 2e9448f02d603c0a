import { type NavGroup, OfficerShell, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useWaitingDispatches } from '../features/dispatch/lib/use-waiting.ts'
import { useWaitingApprovals } from '../features/document/lib/use-waiting.ts'
import { useIsDemo } from '../lib/demo.ts'
import { useLiveQueries } from '../lib/live.tsx'
import { paths } from '../lib/paths.ts'
import { useSession } from '../lib/session.tsx'
import { useTRPC } from '../lib/trpc.tsx'
import { useAccountMenu } from './use-account-menu.ts'
import { appWords } from './words.ts'

const GoPalette = lazy(() => import('./go-palette.tsx').then((module) => ({ default: module.GoPalette })))
const WIDE =
  /\/(strategy-map|queue|petitions|reports|scores|functions|schedule|tasks|task-monitor|dispatches|receptions|inbox|documents|directives)/

/** The officers' frame: menu with what waits, Ctrl+K, the person's menu. */
export function OfficerFrame({ agency, children }: { readonly agency: string; readonly children: ReactNode }) {
  const t = useWords(appWords)
  const text = useText()
  const session = useSession()
  const { pathname } = useLocation()
  const entries = useAccountMenu(agency)
  const [open, setOpen] = useState(false)
  const nav = useOfficerNav(agency, pathname)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setOpen(true)
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  const here = session.agencies.find((one) => one.slug === agency)
  const unit = session.units[0]
  return (
    <OfficerShell
      productName={t('product')}
      homeHref={paths.home(agency)}
      agency={{ name: here ? text(here.name) : agency, href: paths.chooser() }}
      nav={nav}
      user={{ name: session.name ?? '', ...(unit ? { unit: text(unit.name) } : {}), entries }}
      onSearch={() => setOpen(true)}
      wide={WIDE.test(pathname)}
    >
      {children}
      {open && (
        <Suspense>
          <GoPalette agency={agency} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </OfficerShell>
  )
}

/** The officers' menu; only pages that exist. */
function useOfficerNav(agency: string, pathname: string): NavGroup[] {
  const t = useWords(appWords)
  const trpc = useTRPC()
  const session = useSession()
  const demo = useIsDemo()
  const dispatches = useWaitingDispatches()
  const approvals = useWaitingApprovals()
  const waiting = useQuery(trpc.customer.queueCounts.queryOptions({}))
  useLiveQueries(
    session.units.map((unit) => `queue:${unit.id}`),
    [trpc.customer.queue.queryKey(), trpc.customer.queueCounts.queryKey()],
  )
  const at = (href: string) => (href === paths.home(agency) ? pathname === href : pathname.startsWith(href))
  const counts = waiting.data
  const items = {
    home: { icon: 'home', label: t('home'), short: t('homeShort'), href: paths.home(agency) },
    queue: {
      icon: 'chat',
      label: t('queue'),
      short: t('queueShort'),
      href: paths.queue(agency),
      ...(counts ? { count: counts.mine, hot: counts.overdue > 0 } : {}),
    },
    reports: { icon: 'chart', label: t('reports'), href: paths.petitionReport(agency) },
    tasks: { icon: 'task', label: t('tasks'), short: t('tasksShort'), href: paths.tasks(agency) },
    monitor: { icon: 'chart', label: t('monitor'), href: paths.taskMonitor(agency) },
    functions: { icon: 'layers', label: t('functions'), href: paths.functions(agency) },
    inbox: {
      icon: 'stamp',
      label: t('inbox'),
      short: t('inboxShort'),
      href: paths.inbox(agency),
      ...(approvals === undefined ? {} : { count: approvals, hot: approvals > 0 }),
    },
    documents: { icon: 'file', label: t('documents'), href: paths.documents(agency) },
    dispatches: {
      icon: 'send',
      label: t('dispatches'),

      href: paths.dispatches(agency),
      ...(dispatches === undefined ? {} : { count: dispatches }),
    },
    schedule: { icon: 'calendar', label: t('schedule'), href: paths.schedule(agency) },
    memos: { icon: 'memo', label: t('memos'), href: paths.memos(agency) },
    meetings: { icon: 'users', label: t('meetings'), href: paths.meetings(agency) },
    map: { icon: 'map', label: t('map'), href: paths.strategyMap(agency) },
  } as const
  const mailbox = {
    icon: 'mail',
    label: t('mailbox'),
    href: paths.mailbox(agency),
    current: at(paths.mailbox(agency)),
  } as const
  const group = (list: readonly (typeof items)[keyof typeof items][]) =>
    list.map((item) => ({
      ...item,
      current:
        at(item.href) ||
        (item.href === paths.queue(agency) && pathname.includes('/petitions/')) ||
        (item.href === paths.inbox(agency) && pathname.endsWith('/directives')) ||
        (item.href === paths.dispatches(agency) && pathname.includes('/receptions/')),
    }))
  return [
    { items: group([items.home]) },
    {
      title: t('work'),
      items: group([
        items.inbox,
        items.documents,
        items.dispatches,
        items.tasks,
        items.monitor,
        items.functions,
        items.schedule,
        items.memos,
        items.meetings,
      ]),
    },
    { title: t('customer'), items: group([items.queue, items.reports]) },
    { title: t('performance'), items: group([items.map]) },
    ...(demo ? [{ title: t('demo'), items: [mailbox] }] : []),
  ]
}
