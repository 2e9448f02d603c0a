import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { ConsoleRoot } from './console-root.tsx'
import { BrokenState, NotFoundState } from './fallbacks.tsx'

const root = createRootRoute({
  component: ConsoleRoot,
  notFoundComponent: NotFoundState,
})

const pages = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('../features/tenants/routes/tenants-page.tsx'), 'TenantsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/releases/$hash',
    component: lazyRouteComponent(() => import('../features/releases/routes/release-page.tsx'), 'ReleasePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/diff',
    validateSearch: (raw: Record<string, unknown>) => ({ before: text(raw.before), after: text(raw.after) }),
    component: lazyRouteComponent(() => import('../features/diff/routes/diff-page.tsx'), 'DiffPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/published',
    component: lazyRouteComponent(() => import('../features/published/routes/published-page.tsx'), 'PublishedPage'),
  }),
]

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

export const router = createRouter({
  routeTree: root.addChildren(pages),
  basepath: '/admin',
  defaultErrorComponent: BrokenState,
  defaultPreload: 'intent',
  scrollRestoration: true,
})
