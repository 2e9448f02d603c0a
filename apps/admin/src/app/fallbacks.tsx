import { ButtonLink, EmptyState, useWords } from '@harmony/ui'
import { paths } from '../lib/paths.ts'
import { consoleWords } from './words.ts'

/** An address that names nothing. */
export function NotFoundState() {
  const t = useWords(consoleWords)
  return <State title={t('notFound')} />
}

/** A page whose code failed. */
export function BrokenState() {
  const t = useWords(consoleWords)
  return <State title={t('broken')} />
}

function State({ title }: { readonly title: string }) {
  const t = useWords(consoleWords)
  return (
    <>
      <h1 className="h-sr">{title}</h1>
      <EmptyState icon="warn" title={title} action={<ButtonLink href={paths.tenants()}>{t('toTenants')}</ButtonLink>} />
    </>
  )
}
