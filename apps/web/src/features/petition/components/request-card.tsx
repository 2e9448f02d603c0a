import { Card, useText, useWords } from '@harmony/ui'
import { AttachedFiles } from '../../files/components/attached-files.tsx'
import { channelText, type OfficerPetition } from '../api.ts'
import { petitionWords } from '../words.ts'

/** What the citizen sent, who it is from, and which model and process it runs on. */
export function RequestCard({ petition }: { readonly petition: OfficerPetition }) {
  const t = useWords(petitionWords)
  const text = useText()
  const files = petition.files.filter((file) => file.part !== 'answer')
  const contact = [petition.customer?.phone, petition.customer?.email].filter(Boolean).join(' · ')
  return (
    <Card title={t('request')} padded>
      <p className="p-body">{petition.body}</p>
      <AttachedFiles files={files} />
      <dl className="h-dl p-form">
        <dt>{t('from')}</dt>
        <dd>{petition.customer?.name ?? '—'}</dd>
        {contact && (
          <>
            <dt>{t('contact')}</dt>
            <dd>{contact}</dd>
          </>
        )}
        <dt>{t('service')}</dt>
        <dd>
          {text(petition.service.area.name)} · {text(petition.service.name)}
        </dd>
        <dt>{t('channel')}</dt>
        <dd>{channelText(petition.channel, t)}</dd>
        <dt>{t('process')}</dt>
        <dd>
          {text(petition.process.name)}{' '}
          <span className="h-muted h-xs">
            {t('release')} {petition.release.version}
          </span>
        </dd>
      </dl>
    </Card>
  )
}
