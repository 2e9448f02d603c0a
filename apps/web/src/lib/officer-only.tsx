import { ButtonLink, EmptyState, useWords } from '@harmony/ui'
import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { appWords } from '../app/words.ts'
import { useAgency } from './agency.ts'
import { paths } from './paths.ts'
import { useSession } from './session.tsx'

/** Shows its content to officers of this agency; anyone else is told so and can sign in. */
export function OfficerOnly({ children }: { readonly children: ReactNode }) {
  const t = useWords(appWords)
  const agency = useAgency()
  const { href } = useLocation()
  if (useSession().kind === 'officer') return children
  return (
    <>
      <h1 className="h-sr">{t('officerOnly')}</h1>
      <EmptyState
        icon="lock"
        title={t('officerOnly')}
        action={
          <ButtonLink variant="pri" href={paths.signIn(agency, href)}>
            {t('signIn')}
          </ButtonLink>
        }
      >
        {t('officerOnlyText')}
      </EmptyState>
    </>
  )
}
