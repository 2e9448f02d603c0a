import { Breadcrumb, Button, ButtonLink, EmptyState, Tag, useFormat, useText, useWords } from '@harmony/ui'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-aria-components'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useSession } from '../../../lib/session.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { type ApiOutputs, useTRPC } from '../../../lib/trpc.tsx'
import { statusText } from '../api/texts.ts'
import '../citizen.css'
import { SignInFirst } from '../components/sign-in-first.tsx'
import { citizenWords } from '../words.ts'

type Row = ApiOutputs['customer']['myPetitions']['rows'][number]

/** `/<agency>/requests`: the citizen's requests and drafts. */
export function RequestsPage() {
  const t = useWords(citizenWords)
  const agency = useAgency()
  const session = useSession()
  usePageTitle(t('myRequests'))
  return (
    <>
      <Breadcrumb items={[{ label: t('mySpace'), href: paths.home(agency) }, { label: t('myRequests') }]} />
      <div className="c-hd">
        <div>
          <h1>{t('myRequests')}</h1>
          <p className="h-muted">{t('myRequestsLead')}</p>
        </div>
        <ButtonLink variant="pri" size="lg" icon="plus" href={paths.newRequest(agency)}>
          {t('fileNew')}
        </ButtonLink>
      </div>
      {session.kind === 'citizen' ? (
        <div className="c-sect">
          <Drafts />
          <RequestList />
        </div>
      ) : (
        <SignInFirst next={paths.requests(agency)} />
      )}
    </>
  )
}

function RequestList() {
  const t = useWords(citizenWords)
  const trpc = useTRPC()
  const agency = useAgency()
  const query = useInfiniteQuery(
    trpc.customer.myPetitions.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor ?? undefined }),
  )
  return (
    <QueryPanel query={query} what={t('myRequests')}>
      {(data) => {
        const rows = data.pages.flatMap((page) => page.rows)
        if (rows.length === 0) {
          const action = <ButtonLink href={paths.newRequest(agency)}>{t('fileNew')}</ButtonLink>
          return (
            <EmptyState title={t('none')} action={action}>
              {t('noneNext')}
            </EmptyState>
          )
        }
        return (
          <>
            <ul className="c-list">
              {rows.map((row) => (
                <li key={row.id}>
                  <RequestRow row={row} />
                </li>
              ))}
            </ul>
            {query.hasNextPage && (
              <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                {t('more')}
              </Button>
            )}
          </>
        )
      }}
    </QueryPanel>
  )
}

/** One request in a list: how it stands and what it waits for. */
export function RequestRow({ row }: { readonly row: Row }) {
  const t = useWords(citizenWords)
  const text = useText()
  const format = useFormat()
  const agency = useAgency()
  const status = statusText(row.status, t)
  return (
    <Link className="c-item" href={paths.request(agency, row.id)}>
      <b>{row.title}</b>
      <small>
        {row.number} · {text(row.service)} · {t('filedOn', { date: format.date(row.filedAt, 'day') })}
        {row.completedAt === null && row.status === 'open' && ` · ${t('due', { date: format.date(row.dueAt, 'day') })}`}
      </small>
      <span className="s">
        {row.unread > 0 && <Tag tone="blue">{t('unread', { n: row.unread })}</Tag>}
        {row.status === 'completed' && !row.rated && <Tag tone="amber">{t('toRate')}</Tag>}
        <Tag tone={status.tone}>{status.text}</Tag>
      </span>
    </Link>
  )
}

function Drafts() {
  const t = useWords(citizenWords)
  const format = useFormat()
  const trpc = useTRPC()
  const agency = useAgency()
  const queryClient = useQueryClient()
  const drafts = useQuery(trpc.customer.drafts.queryOptions())
  const discard = useMutation(
    trpc.customer.discardDraft.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.customer.drafts.queryKey() }),
    }),
  )
  if (!drafts.data || drafts.data.drafts.length === 0) return null
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts">{t('drafts')}</h2>
      <ul className="c-list">
        {drafts.data.drafts.map((draft) => (
          <li key={draft.id} className="c-item">
            <b>{draft.title || t('draftUntitled')}</b>
            <small>{t('savedAt', { at: format.date(draft.savedAt, 'moment') })}</small>
            <span className="s">
              <ButtonLink size="sm" href={`${paths.newRequest(agency)}?draft=${draft.id}`}>
                {t('continue')}
              </ButtonLink>
              <Button size="sm" isPending={discard.isPending} onPress={() => discard.mutate({ draftId: draft.id })}>
                {t('discard')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
