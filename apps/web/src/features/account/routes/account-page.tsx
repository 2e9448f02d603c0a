import { ButtonLink, EmptyState, useWords } from '@harmony/ui'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { useSession } from '../../../lib/session.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { PasswordCard } from '../components/password-card.tsx'
import { SessionsCard } from '../components/sessions-card.tsx'
import '../account.css'
import { accountWords } from '../words.ts'

/** `/<agency>/account`: where one is signed in, and the password. */
export function AccountPage() {
  const t = useWords(accountWords)
  const agency = useAgency()
  const session = useSession()
  usePageTitle(t('accountTitle'))
  if (session.email === null) {
    return (
      <>
        <h1 className="h-sr">{t('accountTitle')}</h1>
        <EmptyState
          icon="lock"
          title={t('needSignIn')}
          action={<ButtonLink href={paths.signIn(agency, paths.account(agency))}>{t('signIn')}</ButtonLink>}
        />
      </>
    )
  }
  return (
    <div className="ac">
      <div>
        <h1>{t('accountTitle')}</h1>
        <p className="h-muted">
          {session.name} · {session.email}
        </p>
      </div>
      <SessionsCard />
      <PasswordCard />
    </div>
  )
}
