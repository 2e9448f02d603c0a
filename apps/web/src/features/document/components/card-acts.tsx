import { Button, ButtonLink, Menu, type MenuEntry, notify, useWords } from '@harmony/ui'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import type { DocumentCard } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { documentWords } from '../words.ts'
import { AttributesDialog } from './attributes-dialog.tsx'
import { DelegateDialog } from './delegate-dialog.tsx'
import { ProcessDialog } from './process-dialog.tsx'
import { ChangeRouteDialog, WithdrawDialog } from './route-dialogs.tsx'

type Asked = 'process' | 'withdraw' | 'change-route' | 'delegate' | 'change-attributes'

/** What the reader may do now, as the server says; the one main act stands out, the rest is in a menu. */
export function CardActs({
  card,
  startProcessing = false,
}: {
  readonly card: DocumentCard
  readonly startProcessing?: boolean
}) {
  const t = useWords(cardWords)
  const d = useWords(documentWords)
  const agency = useAgency()
  const { history } = useRouter()
  const mine = card.route.find((step) => step.id === card.myStepId)
  const can = (ability: DocumentCard['abilities'][number]) => card.abilities.includes(ability)
  const [asked, setAsked] = useState<Asked | null>(startProcessing && can('process') ? 'process' : null)
  const close = () => setAsked(null)
  const lost = asked === 'process' && !mine
  useEffect(() => {
    if (!lost) return
    notify.info(t('conflict'))
    setAsked(null)
  }, [lost, t])
  const draft = (search: Record<string, string>) => () => history.push(paths.newDocument(agency, search))
  const ask = (id: Asked, label: string): MenuEntry[] => (can(id) ? [{ id, label, onAction: () => setAsked(id) }] : [])
  const entries: MenuEntry[] = [
    ...ask('withdraw', t('withdraw')),
    ...ask('change-route', t('changeRoute')),
    ...ask('delegate', t('delegate')),
    ...ask('change-attributes', t('attributesChange')),
    ...(can('supersede')
      ? [{ id: 'supersede', label: t('supersede'), onAction: draft({ supersedes: card.id, kind: card.kind.key }) }]
      : []),
    { id: 'reuse', label: t('reuse'), onAction: draft({ from: card.id, kind: card.kind.key }) },
  ]
  return (
    <>
      <Menu label={t('acts')} trigger={<Button icon="more">{t('acts')}</Button>} entries={entries} />
      <ButtonLink icon="print" href={paths.documentPrint(agency, card.id)}>
        {t('print')}
      </ButtonLink>
      {can('save') && (
        <ButtonLink variant={can('process') ? 'ter' : 'pri'} href={`${paths.document(agency, card.id)}?edit=1`}>
          {t('edit')}
        </ButtonLink>
      )}
      {can('process') && mine && (
        <Button variant="pri" icon="stamp" onPress={() => setAsked('process')}>
          {mine.state === 'held' ? t('resume') : d(`role-${mine.role}`)}
        </Button>
      )}
      {asked === 'process' && mine && <ProcessDialog card={card} step={mine} onClose={close} />}
      {asked === 'withdraw' && <WithdrawDialog card={card} onClose={close} />}
      {asked === 'change-route' && <ChangeRouteDialog card={card} onClose={close} />}
      {asked === 'delegate' && <DelegateDialog card={card} onClose={close} />}
      {asked === 'change-attributes' && <AttributesDialog card={card} onClose={close} />}
    </>
  )
}
