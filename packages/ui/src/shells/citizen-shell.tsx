import type { ReactNode } from 'react'
import { Link } from 'react-aria-components'
import { BrandMark } from '../components/icon.tsx'
import { SkipLink } from '../components/nav.tsx'
import { useWords } from '../i18n/words.ts'
import { uiWords } from '../words.ts'
import { CURRENT } from './officer-shell.tsx'
import { PreferenceButtons } from './preferences.tsx'
import { type ShellUser, UserArea } from './user-area.tsx'

export interface CitizenShellProps {
  /** Agency and product, as in "행정자치부 하모니". */
  readonly title: string
  readonly homeHref: string
  readonly nav: readonly { readonly label: string; readonly href: string; readonly current?: boolean }[]
  readonly user?: ShellUser
  /** Sign-in link and the like, left of the user. */
  readonly tools?: ReactNode
  readonly footer?: ReactNode
  /** One column for forms. */
  readonly narrow?: boolean
  readonly children: ReactNode
}

/** The citizens' frame: official mast, header, larger text. */
export function CitizenShell({ title, homeHref, nav, user, tools, footer, narrow, children }: CitizenShellProps) {
  const t = useWords(uiWords)
  return (
    <div className="h-citizen">
      <SkipLink />
      <OfficialMast />
      <header className="h-chd">
        <div>
          <Link className="h-brand" href={homeHref}>
            <BrandMark />
            {title}
          </Link>
          {nav.length > 0 && (
            <nav aria-label={t('mainNav')}>
              {nav.map((item) => (
                <Link key={item.href} href={item.href} {...(item.current ? CURRENT : {})}>
                  {item.label}
                </Link>
              ))}
            </nav>
          )}
          <div className="rt">
            <PreferenceButtons />
            {tools}
            {user && <UserArea user={user} compact />}
          </div>
        </div>
      </header>
      <main id="main" className="h-c" tabIndex={-1} data-narrow={narrow || undefined}>
        {children}
      </main>
      {footer && (
        <footer className="h-cft">
          <div>
            {footer}
            <PreferenceButtons />
          </div>
        </footer>
      )}
    </div>
  )
}

/** The line that says this is an official site. */
export function OfficialMast() {
  const t = useWords(uiWords)
  return (
    <section className="h-mast" aria-label={t('official')}>
      <div>
        <svg width="18" height="12" viewBox="0 0 18 12" aria-hidden="true">
          <rect width="18" height="12" rx="1.5" fill="#fff" stroke="#cdd1d5" />
          <circle cx="9" cy="6" r="3" fill="#de3412" />
          <path d="M6 6a3 3 0 0 0 6 0 1.5 1.5 0 0 0-3 0 1.5 1.5 0 0 1-3 0z" fill="#083891" />
        </svg>
        {t('official')}
      </div>
    </section>
  )
}
