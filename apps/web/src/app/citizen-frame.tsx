import { ButtonLink, CitizenShell, useText, useWords } from '@harmony/ui'
import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAgencyName } from '../lib/agency.ts'
import { useIsDemo } from '../lib/demo.ts'
import { paths } from '../lib/paths.ts'
import { useSession } from '../lib/session.tsx'
import { useAccountMenu } from './use-account-menu.ts'
import { appWords } from './words.ts'

/** The citizens' frame, signed in or not. */
export function CitizenFrame({ agency, children }: { readonly agency: string; readonly children: ReactNode }) {
  const t = useWords(appWords)
  const text = useText()
  const session = useSession()
  const { pathname } = useLocation()
  const entries = useAccountMenu(agency)
  const name = useAgencyName(agency)
  const demo = useIsDemo()
  const signedIn = session.kind === 'citizen'
  const nav = [
    { label: t('newRequest'), href: paths.newRequest(agency), current: pathname === paths.newRequest(agency) },
    {
      label: t('myRequests'),
      href: paths.requests(agency),
      current: pathname.startsWith(paths.requests(agency)) && pathname !== paths.newRequest(agency),
    },
    ...(demo && signedIn
      ? [{ label: t('mailbox'), href: paths.mailbox(agency), current: pathname === paths.mailbox(agency) }]
      : []),
  ]
  return (
    <CitizenShell
      title={t('title', { agency: name ? text(name) : '' })}
      homeHref={paths.home(agency)}
      nav={nav}
      footer={t('footer')}
      tools={
        !signedIn && (
          <ButtonLink size="sm" href={paths.signIn(agency, pathname.endsWith('/sign-in') ? undefined : pathname)}>
            {t('signIn')}
          </ButtonLink>
        )
      }
      {...(signedIn ? { user: { name: session.name ?? session.email ?? '', entries } } : {})}
    >
      {children}
    </CitizenShell>
  )
}
