import { ButtonLink, EmptyState, useWords } from '@harmony/ui'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { citizenWords } from '../words.ts'

/** Says that signing in comes first, and leads back afterwards. */
export function SignInFirst({ next }: { readonly next: string }) {
  const t = useWords(citizenWords)
  const agency = useAgency()
  return (
    <EmptyState
      icon="user"
      title={t('signInFirst')}
      action={
        <span className="c-acts">
          <ButtonLink variant="pri" href={paths.signIn(agency, next)}>
            {t('signIn')}
          </ButtonLink>
          <ButtonLink href={paths.register(agency)}>{t('register')}</ButtonLink>
        </span>
      }
    />
  )
}
