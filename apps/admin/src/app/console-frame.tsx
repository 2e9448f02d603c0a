import { type NavGroup, OfficerShell, useLocale, useText, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { paths } from '../lib/paths.ts'
import { useSession, useTRPC } from '../lib/web.ts'
import { consoleWords } from './words.ts'

/** The console's frame: menu, language, sign out. */
export function ConsoleFrame() {
  const t = useWords(consoleWords)
  const text = useText()
  const trpc = useTRPC()
  const session = useSession()
  const [locale, setLocale] = useLocale()
  const { pathname } = useLocation()
  const signOut = useMutation(
    trpc.identity.signOut.mutationOptions({ onSettled: () => window.location.assign(paths.tenants()) }),
  )
  const unit = session.units[0]
  return (
    <OfficerShell
      productName={t('product')}
      homeHref={paths.tenants()}
      agency={{ name: t('console'), href: paths.portal() }}
      nav={consoleNav(t, pathname)}
      user={{
        name: session.name ?? '',
        ...(unit ? { unit: text(unit.name) } : {}),
        entries: [
          {
            id: 'language',
            label: t('language'),
            icon: 'globe',
            onAction: () => setLocale(locale === 'ko' ? 'en' : 'ko'),
          },
          { id: 'portal', label: t('portal'), icon: 'building', href: paths.portal() },
          { id: 'out', label: t('signOut'), icon: 'exit', onAction: () => signOut.mutate() },
        ],
      }}
      wide
    >
      <Outlet />
    </OfficerShell>
  )
}

function consoleNav(t: ReturnType<typeof useWords<keyof typeof consoleWords.ko>>, pathname: string): NavGroup[] {
  const at = (part: string) => pathname.includes(part)
  return [
    {
      title: t('model'),
      items: [
        {
          icon: 'layers',
          label: t('tenants'),
          short: t('tenantsShort'),
          href: paths.tenants(),
          current: !at('/diff') && !at('/published'),
        },
        { icon: 'swap', label: t('diff'), short: t('diffShort'), href: paths.diff(), current: at('/diff') },
      ],
    },
    {
      title: t('results'),
      items: [
        {
          icon: 'chart',
          label: t('published'),
          short: t('publishedShort'),
          href: paths.published(),
          current: at('/published'),
        },
      ],
    },
  ]
}
