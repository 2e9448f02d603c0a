import type { ReactNode } from 'react'
import { Link as AriaLink } from 'react-aria-components'
import { useWords } from '../i18n/words.ts'
import { uiWords } from '../words.ts'
import { Icon } from './icon.tsx'

export interface Crumb {
  readonly label: string
  /** Without it the crumb is the present place. */
  readonly href?: string
}

/** Where one is, from the top down. */
export function Breadcrumb({ items }: { readonly items: readonly Crumb[] }) {
  const t = useWords(uiWords)
  return (
    <nav className="h-crumb" aria-label={t('crumbs')}>
      <ol>
        {items.map((item, index) => (
          <li key={item.label}>
            {index > 0 && <Icon name="right" size={12} />}
            {item.href ? (
              <AriaLink href={item.href}>{item.label}</AriaLink>
            ) : (
              <span aria-current="page">{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** First stop of the Tab key: jumps over the menus. */
export function SkipLink() {
  const t = useWords(uiWords)
  return (
    <a className="h-skip" href="#main">
      {t('skip')}
    </a>
  )
}

/** Words for screen readers only. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className="h-sr">{children}</span>
}

export interface PageHeadProps {
  readonly title: ReactNode
  /** Above the title: breadcrumb, date. */
  readonly above?: ReactNode
  readonly actions?: ReactNode
}

/** The page's one h1, with what leads to it and its acts. */
export function PageHead({ title, above, actions }: PageHeadProps) {
  return (
    <div className="h-ph">
      <div>
        {above}
        <h1>{title}</h1>
      </div>
      {actions && <div className="h-act">{actions}</div>}
    </div>
  )
}
