import { Card, EmptyState, Link, Tag, useFormat, useText, useWords } from '@harmony/ui'
import { paths } from '../../../lib/paths.ts'
import { type ApiOutputs, QueryPanel } from '../../../lib/web.ts'
import { tenantWords } from '../words.ts'

/** The part of a query the two panels share. */
export interface PanelQuery<T> {
  readonly data: T | undefined
  readonly error: unknown
  readonly refetch: () => unknown
}
export type Tenants = ApiOutputs['tenancy']['overview']
export type Releases = ApiOutputs['model']['releases']

export interface TenantMatrixProps {
  readonly tenants: PanelQuery<Tenants>
  readonly releases: PanelQuery<Releases>
}

const MOST_COLUMNS = 8

/** Rows are agencies, columns releases; the cell says since when an agency runs it. */
export function TenantMatrix({ tenants, releases }: TenantMatrixProps) {
  const t = useWords(tenantWords)
  return (
    <Card title={t('matrix')}>
      <QueryPanel query={tenants} what={t('what')}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon="building" title={t('empty')} />
          ) : (
            <QueryPanel query={releases} what={t('releasesWhat')}>
              {({ releases: list }) => <Matrix rows={rows} columns={columnsOf(list, rows)} />}
            </QueryPanel>
          )
        }
      </QueryPanel>
    </Card>
  )
}

type Release = Releases['releases'][number]

/** Releases in use first, then the newest others, as many as can be read side by side. */
function columnsOf(list: readonly Release[], rows: Tenants): Release[] {
  const used = new Set(rows.map((row) => row.release?.hash))
  return list.toSorted((a, b) => Number(used.has(b.hash)) - Number(used.has(a.hash))).slice(0, MOST_COLUMNS)
}

function Matrix({ rows, columns }: { readonly rows: Tenants; readonly columns: readonly Release[] }) {
  const t = useWords(tenantWords)
  const text = useText()
  const format = useFormat()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="h-tw" aria-label={`${t('matrix')} · ${t('agency')}`} tabIndex={0}>
      <table className="h-tb ad-matrix">
        <caption className="h-sr">{t('matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('agency')}</th>
            {columns.map((release) => (
              <th scope="col" key={release.hash}>
                <Link href={paths.release(release.hash)}>{`${release.key} ${release.version}`}</Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.slug}>
              <th scope="row">
                {text(row.name)}
                <small>
                  {t(row.kind)} · {row.slug} {row.status === 'suspended' && <Tag tone="amber">{t('suspended')}</Tag>}
                  {row.release === null && ` · ${t('none')}`}
                </small>
              </th>
              {columns.map((release) => (
                <td key={release.hash} data-on={row.release?.hash === release.hash || undefined}>
                  {row.release?.hash === release.hash ? (
                    <>
                      <Tag tone="blue">{t('running')}</Tag>
                      <div className="h-xs h-muted">{t('since', { date: format.date(row.release.since) })}</div>
                    </>
                  ) : (
                    <span className="h-muted">—</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
