import { Icon, matchHangul, Tag, TextField, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-aria-components'
import { BareFrame } from '../../../app/fallbacks.tsx'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { type ApiOutputs, ApiProvider, useTRPC } from '../../../lib/trpc.tsx'
import '../chooser.css'
import { chooserWords } from '../words.ts'

type Agency = ApiOutputs['tenancy']['agencies'][number]

/** `/`: choose an agency by name or 초성; its own portal is one click away. */
export function ChooserPage() {
  return (
    <ApiProvider agency="bureau">
      <BareFrame>
        <Chooser />
      </BareFrame>
    </ApiProvider>
  )
}

function Chooser() {
  const t = useWords(chooserWords)
  const trpc = useTRPC()
  const agencies = useQuery(trpc.tenancy.agencies.queryOptions())
  const [typed, setTyped] = useState('')
  usePageTitle('')
  return (
    <>
      <div className="ch-head">
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
      </div>
      <div className="ch-find">
        <TextField label={t('search')} placeholder={t('placeholder')} value={typed} onChange={setTyped} type="search" />
      </div>
      <QueryPanel query={agencies} what={t('what')}>
        {(list) => <Cards agencies={list.filter((agency) => found(typed, agency))} />}
      </QueryPanel>
    </>
  )
}

function found(typed: string, agency: Agency): boolean {
  return matchHangul(typed, `${agency.name.ko} ${agency.name.en} ${agency.slug}`)
}

function Cards({ agencies }: { readonly agencies: readonly Agency[] }) {
  const t = useWords(chooserWords)
  const text = useText()
  const last = localStorage.getItem('harmony.agency')
  if (agencies.length === 0) return <p role="status">{t('none')}</p>
  return (
    <>
      <p className="h-sr" role="status">
        {t('found', { count: agencies.length })}
      </p>
      <ul className="ch-grid">
        {agencies.map((agency) => (
          <li key={agency.slug}>
            <Link className="ch-card" href={agency.kind === 'bureau' ? '/admin/' : paths.home(agency.slug)}>
              <span className="k">
                {t(agency.kind)}
                {agency.slug === last && <Tag tone="blue">{t('last')}</Tag>}
              </span>
              <span className="n">{text(agency.name)}</span>
              <span className="go">
                {agency.kind === 'bureau' ? t('console') : t('go')}
                <Icon name="arrow" size={16} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
