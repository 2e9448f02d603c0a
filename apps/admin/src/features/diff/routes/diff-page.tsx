import { Card, ComboBox, EmptyState, PageHead, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel, useTRPC } from '../../../lib/web.ts'
import { ChangeTable } from '../components/change-table.tsx'
import '../diff.css'
import { diffWords } from '../words.ts'

/** `/admin/diff`: two releases and what differs between them, in words. */
export function DiffPage() {
  const t = useWords(diffWords)
  const text = useText()
  const trpc = useTRPC()
  const { history } = useRouter()
  const search: { before?: string | undefined; after?: string | undefined } = useSearch({ strict: false })
  const releases = useQuery(trpc.model.releases.queryOptions())
  return (
    <>
      <PageHead title={t('title')} above={<p className="h-xs h-muted">{t('lead')}</p>} />
      <QueryPanel query={releases} what={t('what')}>
        {({ releases: list }) => {
          const options = list.map((release) => ({
            id: release.hash,
            label: `${release.key} ${release.version}`,
            hint: text(release.name),
          }))
          const after = search.after ?? list[0]?.hash
          const before = search.before ?? list.find((one) => one.hash !== after)?.hash
          return (
            <div className="h-stack">
              <div className="ad-pick">
                <ComboBox
                  label={t('before')}
                  size="md"
                  options={options}
                  value={before ?? null}
                  onChange={(hash) => history.push(paths.diff(hash, after))}
                />
                <ComboBox
                  label={t('after')}
                  size="md"
                  options={options}
                  value={after ?? null}
                  onChange={(hash) => history.push(paths.diff(before, hash))}
                />
              </div>
              {before && after ? <Differences before={before} after={after} /> : <EmptyState title={t('pick')} />}
            </div>
          )
        }}
      </QueryPanel>
    </>
  )
}

function Differences({ before, after }: { readonly before: string; readonly after: string }) {
  const t = useWords(diffWords)
  const trpc = useTRPC()
  const diff = useQuery(trpc.model.diff.queryOptions({ before, after }))
  return (
    <Card
      title={t('changes')}
      aside={diff.data && <span className="h-xs h-muted">{t('count', { n: diff.data.length })}</span>}
    >
      <QueryPanel query={diff} what={t('diffWhat')} lines={6}>
        {(changes) => <ChangeTable changes={changes} />}
      </QueryPanel>
    </Card>
  )
}
