import type { ReactNode } from 'react'
import { lazy, Suspense } from 'react'
import { Button, Link } from 'react-aria-components'
import { BrandMark, Icon, type IconName } from '../components/icon.tsx'
import { SkipLink } from '../components/nav.tsx'
import { useWords } from '../i18n/words.ts'
import { uiWords } from '../words.ts'
import { type ShellUser, UserArea } from './user-area.tsx'

/** Comes in behind the page, as the person's menu does. */
const AllPages = lazy(() => import('./all-pages.tsx').then((module) => ({ default: module.AllPages })))

/** Marks the link to the page in sight. */
export const CURRENT = { 'aria-current': 'page' } as const

export interface NavItem {
  readonly icon: IconName
  readonly label: string
  readonly href: string
  readonly current?: boolean
  /** How many wait there; `hot` when some burn. */
  readonly count?: number
  readonly hot?: boolean
  /** Shorter word for the phone's bottom bar, which takes the first four; all pages are behind its last button. */
  readonly short?: string
}

export interface NavGroup {
  readonly title?: string
  readonly items: readonly NavItem[]
}

export interface OfficerShellProps {
  readonly productName: string
  readonly homeHref: string
  /** The agency, with the way to change it. */
  readonly agency: { readonly name: string; readonly href: string }
  readonly nav: readonly NavGroup[]
  readonly user?: ShellUser
  readonly onSearch?: () => void
  /** Wider than a text page: map, tables. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** Places in the phone's bottom bar beside the button to all pages. */
const QUICK = 4

function Count({ item, text }: { readonly item: NavItem; readonly text: string }) {
  if (!item.count) return null
  return (
    <span className="c" data-hot={item.hot || undefined}>
      {text}
    </span>
  )
}

/** The officers' frame: top bar, side menu, on a phone a bottom bar. Also the bureau's console. */
export function OfficerShell(props: OfficerShellProps) {
  const { productName, homeHref, agency, nav, user, onSearch, wide, children } = props
  const t = useWords(uiWords)
  const items = nav.flatMap((group) => group.items)
  const quick = items.filter((item) => item.short).slice(0, QUICK)
  return (
    <>
      <SkipLink />
      <div className="h-app">
        <header className="h-top">
          <Link className="h-brand" href={homeHref}>
            <BrandMark />
            {productName}
          </Link>
          <span className="h-vr" aria-hidden="true" />
          <Link className="h-tenant" href={agency.href}>
            <span>{agency.name}</span>
            <Icon name="down" size={16} />
          </Link>
          {onSearch ? (
            <Button className="h-search" aria-label={t('search')} aria-keyshortcuts="Control+K" onPress={onSearch}>
              <Icon name="search" size={18} />
              <span>{t('searchHint')}</span>
              <kbd>Ctrl K</kbd>
            </Button>
          ) : (
            <span className="h-search-none" />
          )}
          {user && <UserArea user={user} />}
        </header>
        <nav className="h-side" aria-label={t('mainNav')}>
          {nav.map((group) => (
            <div key={group.title ?? ''}>
              {group.title && <h2>{group.title}</h2>}
              <ul>
                {group.items.map((item) => (
                  <li key={item.href}>
                    <Link href={item.href} {...(item.current ? CURRENT : {})}>
                      <Icon name={item.icon} />
                      {item.label}
                      <Count item={item} text={t('count', { n: item.count ?? 0 })} />
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <main id="main" className="h-main" tabIndex={-1} data-wide={wide || undefined}>
          <div className="h-wrap">{children}</div>
        </main>
      </div>
      {quick.length > 0 && (
        <nav className="h-bnav" aria-label={t('quickNav')}>
          {quick.map((item) => (
            <Link key={item.href} href={item.href} {...(item.current ? CURRENT : {})}>
              <Icon name={item.icon} size={22} />
              {item.short}
              {item.count ? <span className="h-n">{item.count}</span> : null}
            </Link>
          ))}
          {items.length > quick.length && (
            <Suspense>
              <AllPages items={items} />
            </Suspense>
          )}
        </nav>
      )}
    </>
  )
}
