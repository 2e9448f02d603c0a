import { ButtonLink, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-aria-components'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useSession } from '../../../lib/session.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import '../citizen.css'
import { citizenWords } from '../words.ts'
import { RequestRow } from './requests-page.tsx'

/** `/<agency>` for citizens: the areas to choose from, and what is going on with their requests. */
export function CitizenHome() {
  const t = useWords(citizenWords)
  const text = useText()
  const agency = useAgency()
  const trpc = useTRPC()
  const session = useSession()
  const catalogue = useQuery(trpc.customer.catalogue.queryOptions())
  usePageTitle('')
  return (
    <>
      <div className="h-hero">
        <div>
          <h1>{t('homeTitle')}</h1>
          <p>{t('homeLead')}</p>
        </div>
        <ButtonLink variant="pri" size="lg" icon="plus" href={paths.newRequest(agency)}>
          {t('fileNew')}
        </ButtonLink>
      </div>
      <div className="c-sect">
        <QueryPanel query={catalogue} what={t('chooseArea')}>
          {({ areas }) => (
            <ul className="c-areas">
              {areas.map((area) => (
                <li key={area.key}>
                  <Link className="c-area" href={`${paths.newRequest(agency)}?area=${area.key}`}>
                    <b>{text(area.name)}</b>
                    <span>{text(area.description)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </QueryPanel>
        {session.kind === 'citizen' && <Recent />}
      </div>
    </>
  )
}

function Recent() {
  const t = useWords(citizenWords)
  const agency = useAgency()
  const trpc = useTRPC()
  const query = useQuery(trpc.customer.myPetitions.queryOptions({ limit: 5 }))
  if (!query.data || query.data.rows.length === 0) return null
  return (
    <section aria-labelledby="recent">
      <div className="c-hd">
        <h2 id="recent">{t('myRequests')}</h2>
        <ButtonLink size="sm" href={paths.requests(agency)}>
          {t('more')}
        </ButtonLink>
      </div>
      <ul className="c-list">
        {query.data.rows.map((row) => (
          <li key={row.id}>
            <RequestRow row={row} />
          </li>
        ))}
      </ul>
    </section>
  )
}
