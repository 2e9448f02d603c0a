import { Button, ButtonLink, CitizenShell, EmptyState, useWords } from '@harmony/ui'
import { useRouter } from '@tanstack/react-router'
import { paths } from '../lib/paths.ts'
import { appWords } from './words.ts'

/** A frame without an agency: chooser, unknown addresses. */
export function BareFrame({ children }: { readonly children: React.ReactNode }) {
  const t = useWords(appWords)
  return (
    <CitizenShell title={t('product')} homeHref={paths.chooser()} nav={[]} footer={t('footer')}>
      {children}
    </CitizenShell>
  )
}

/** What an address leads to that names nothing. */
export function NotFoundState() {
  const t = useWords(appWords)
  return (
    <>
      <h1 className="h-sr">{t('notFound')}</h1>
      <EmptyState
        icon="search"
        title={t('notFound')}
        action={<ButtonLink href={paths.chooser()}>{t('toChooser')}</ButtonLink>}
      >
        {t('notFoundText')}
      </EmptyState>
    </>
  )
}

/** A page whose code failed: says so and offers to open it again. */
export function BrokenState() {
  const t = useWords(appWords)
  const router = useRouter()
  return (
    <>
      <h1 className="h-sr">{t('broken')}</h1>
      <EmptyState
        icon="warn"
        title={t('broken')}
        action={
          <Button variant="pri" onPress={() => void router.invalidate()}>
            {t('reload')}
          </Button>
        }
      >
        {t('brokenText')}
      </EmptyState>
    </>
  )
}
