import { type MenuEntry, uiWords, useFontSize, useLocale, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { paths } from '../lib/paths.ts'
import { useTRPC } from '../lib/trpc.tsx'
import { appWords } from './words.ts'

const NEXT_SIZE = { normal: 'large', large: 'larger', larger: 'normal' } as const

/** The entries behind the user's name: language, text size, agency, sign out. */
export function useAccountMenu(agency: string): MenuEntry[] {
  const t = useWords(appWords)
  const ui = useWords(uiWords)
  const trpc = useTRPC()
  const [locale, setLocale] = useLocale()
  const [size, setSize] = useFontSize()
  const leave = () => window.location.assign(paths.home(agency))
  const signOut = useMutation(trpc.identity.signOut.mutationOptions({ onSettled: leave }))
  const signOutAll = useMutation(trpc.identity.signOutEverywhere.mutationOptions({ onSettled: leave }))
  const sizes = { normal: ui('fontNormal'), large: ui('fontLarge'), larger: ui('fontLarger') }
  return [
    { id: 'language', label: t('language'), icon: 'globe', onAction: () => setLocale(locale === 'ko' ? 'en' : 'ko') },
    {
      id: 'font',
      label: t('fontSize', { size: sizes[NEXT_SIZE[size]] }),
      icon: 'search',
      onAction: () => setSize(NEXT_SIZE[size]),
    },
    { id: 'account', label: t('account'), icon: 'user', href: paths.account(agency) },
    { id: 'agency', label: t('switchAgency'), icon: 'building', href: paths.chooser() },
    { id: 'out', label: t('signOut'), icon: 'exit', onAction: () => signOut.mutate() },
    { id: 'out-all', label: t('signOutAll'), icon: 'lock', onAction: () => signOutAll.mutate() },
  ]
}
