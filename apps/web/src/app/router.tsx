import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { AgencyLayout } from './agency-layout.tsx'
import { BareFrame, BrokenState, NotFoundState } from './fallbacks.tsx'
import { Links } from './links.tsx'

/** Addresses keep their state as plain text; each page reads what it knows. */
type Search = Readonly<Record<string, string | undefined>>

function textSearch(raw: Record<string, unknown>): Search {
  const entries = Object.entries(raw).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
  return Object.fromEntries(entries.map(([key, value]) => [key, String(value)]))
}

const root = createRootRoute({
  validateSearch: textSearch,
  component: () => (
    <Links>
      <Outlet />
    </Links>
  ),
  notFoundComponent: () => (
    <BareFrame>
      <NotFoundState />
    </BareFrame>
  ),
  errorComponent: () => (
    <BareFrame>
      <BrokenState />
    </BareFrame>
  ),
})

const chooser = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../features/chooser/routes/chooser-page.tsx'), 'ChooserPage'),
})
const gallery = createRoute({
  getParentRoute: () => root,
  path: '/gallery',
  component: lazyRouteComponent(() => import('../features/gallery/routes/gallery-page.tsx'), 'GalleryPage'),
})
const agency = createRoute({
  getParentRoute: () => root,
  path: '/$agency',
  component: AgencyLayout,
  notFoundComponent: NotFoundState,
  errorComponent: () => (
    <BareFrame>
      <BrokenState />
    </BareFrame>
  ),
})
const below = () => agency

const pages = [
  createRoute({
    getParentRoute: below,
    path: '/',
    component: lazyRouteComponent(() => import('../features/home/routes/home-page.tsx'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('../features/sign-in/routes/sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/register',
    component: lazyRouteComponent(() => import('../features/account/routes/register-page.tsx'), 'RegisterPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/account',
    component: lazyRouteComponent(() => import('../features/account/routes/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/queue',
    component: lazyRouteComponent(() => import('../features/queue/routes/queue-page.tsx'), 'QueuePage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/petitions/$id',
    component: lazyRouteComponent(() => import('../features/petition/routes/petition-page.tsx'), 'PetitionPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/requests',
    component: lazyRouteComponent(() => import('../features/citizen/routes/requests-page.tsx'), 'RequestsPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/requests/new',
    component: lazyRouteComponent(() => import('../features/citizen/routes/new-request-page.tsx'), 'NewRequestPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/requests/$id',
    component: lazyRouteComponent(() => import('../features/citizen/routes/request-page.tsx'), 'RequestPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/strategy-map',
    component: lazyRouteComponent(
      () => import('../features/strategy-map/routes/strategy-map-page.tsx'),
      'StrategyMapPage',
    ),
  }),
  createRoute({
    getParentRoute: below,
    path: '/scores/$node',
    component: lazyRouteComponent(() => import('../features/scores/routes/score-page.tsx'), 'ScorePage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/reports/petitions',
    component: lazyRouteComponent(
      () => import('../features/reports/routes/petition-report-page.tsx'),
      'PetitionReportPage',
    ),
  }),
  createRoute({
    getParentRoute: below,
    path: '/functions',
    component: lazyRouteComponent(() => import('../features/functions/routes/functions-page.tsx'), 'FunctionsPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/functions/tasks/$id',
    component: lazyRouteComponent(() => import('../features/functions/routes/unit-task-page.tsx'), 'UnitTaskPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/schedule',
    component: lazyRouteComponent(() => import('../features/record/routes/schedule-page.tsx'), 'SchedulePage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/memos',
    component: lazyRouteComponent(() => import('../features/record/routes/memos-page.tsx'), 'MemosPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/memos/$id',
    component: lazyRouteComponent(() => import('../features/record/routes/memo-page.tsx'), 'MemoPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/meetings',
    component: lazyRouteComponent(() => import('../features/record/routes/meetings-page.tsx'), 'MeetingsPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/meetings/$id',
    component: lazyRouteComponent(() => import('../features/record/routes/meeting-page.tsx'), 'MeetingPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/tasks',
    component: lazyRouteComponent(() => import('../features/task/routes/tasks-page.tsx'), 'TasksPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/tasks/$id',
    component: lazyRouteComponent(() => import('../features/task/routes/task-page.tsx'), 'TaskPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/task-monitor',
    component: lazyRouteComponent(() => import('../features/task/routes/task-monitor-page.tsx'), 'TaskMonitorPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/dispatches',
    component: lazyRouteComponent(() => import('../features/dispatch/routes/dispatches-page.tsx'), 'DispatchesPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/dispatches/$id',
    component: lazyRouteComponent(() => import('../features/dispatch/routes/dispatch-page.tsx'), 'DispatchPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/receptions/$id',
    component: lazyRouteComponent(() => import('../features/dispatch/routes/reception-page.tsx'), 'ReceptionPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/inbox',
    component: lazyRouteComponent(() => import('../features/document/routes/inbox-page.tsx'), 'InboxPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/documents',
    component: lazyRouteComponent(() => import('../features/document/routes/documents-page.tsx'), 'DocumentsPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/documents/new',
    component: lazyRouteComponent(() => import('../features/document/routes/new-document-page.tsx'), 'NewDocumentPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/documents/$id',
    component: lazyRouteComponent(() => import('../features/document/routes/document-page.tsx'), 'DocumentPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/documents/$id/print',
    component: lazyRouteComponent(() => import('../features/document/routes/print-page.tsx'), 'PrintPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/directives',
    component: lazyRouteComponent(() => import('../features/document/routes/directives-page.tsx'), 'DirectivesPage'),
  }),
  createRoute({
    getParentRoute: below,
    path: '/mailbox',
    component: lazyRouteComponent(() => import('../features/mailbox/routes/mailbox-page.tsx'), 'MailboxPage'),
  }),
]

export const router = createRouter({
  routeTree: root.addChildren([chooser, gallery, agency.addChildren(pages)]),
  defaultErrorComponent: BrokenState,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingMs: 300,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
