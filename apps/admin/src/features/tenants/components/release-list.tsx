import { Card, DataTable, EmptyState, Icon, Link, type TableColumn, useFormat, useText, useWords } from '@harmony/ui'
import { Fragment, useMemo } from 'react'
import { paths } from '../../../lib/paths.ts'
import { downloadExcel, QueryPanel } from '../../../lib/web.ts'
import { tenantWords } from '../words.ts'
import type { Releases, TenantMatrixProps } from './tenant-matrix.tsx'

type Release = Releases['releases'][number]

/** Every published release: layers it was made of, when, hash, who runs it. */
export function ReleaseList({ tenants, releases }: TenantMatrixProps) {
  const t = useWords(tenantWords)
  return (
    <Card title={t('releases')}>
      <QueryPanel query={releases} what={t('releasesWhat')}>
        {({ releases: list }) => <List list={list} tenants={tenants.data ?? []} />}
      </QueryPanel>
    </Card>
  )
}

function List({
  list,
  tenants,
}: {
  readonly list: readonly Release[]
  readonly tenants: NonNullable<TenantMatrixProps['tenants']['data']>
}) {
  const t = useWords(tenantWords)
  const text = useText()
  const format = useFormat()
  const columns = useMemo<TableColumn<Release>[]>(() => {
    const users = (hash: string) =>
      tenants
        .filter((tenant) => tenant.release?.hash === hash)
        .map((tenant) => text(tenant.name))
        .join(', ')
    const older = (release: Release) =>
      list.find((one) => one.key === release.key && one.publishedAt < release.publishedAt && one.hash !== release.hash)
    return [
      {
        id: 'version',
        header: t('version'),
        rowHeader: true,
        value: (release) => `${release.key} ${release.version}`,
        cell: (release) => <Link href={paths.release(release.hash)}>{`${release.key} ${release.version}`}</Link>,
      },
      { id: 'name', header: t('name'), value: (release) => text(release.name), cell: (release) => text(release.name) },
      {
        id: 'chain',
        header: t('chain'),
        value: (release) => release.chain.join(' → '),
        cell: (release) => (
          <span className="ad-chain">
            {release.chain.map((layer, index) => (
              <Fragment key={layer}>
                {index > 0 && <Icon name="right" size={12} />}
                {layer}
              </Fragment>
            ))}
          </span>
        ),
      },
      {
        id: 'published',
        header: t('published'),
        value: (release) => new Date(release.publishedAt),
        cell: (release) => format.date(release.publishedAt),
      },
      {
        id: 'hash',
        header: t('hash'),
        value: (release) => release.hash,
        cell: (release) => (
          <code className="ad-hash" title={release.hash}>
            {release.hash.slice(0, 12)}
          </code>
        ),
      },
      {
        id: 'used',
        header: t('used'),
        value: (release) => users(release.hash),
        cell: (release) => users(release.hash) || '—',
      },
      {
        id: 'diff',
        header: t('before'),
        cell: (release) => {
          const before = older(release)
          return before ? <Link href={paths.diff(before.hash, release.hash)}>{before.version}</Link> : '—'
        },
      },
    ]
  }, [list, tenants, t, text, format])
  return (
    <DataTable
      caption={t('releases')}
      columns={columns}
      rows={list}
      rowKey={(release) => release.hash}
      pageSize={20}
      empty={<EmptyState icon="layers" title={t('emptyReleases')} />}
      onExport={(sheet) => void downloadExcel(sheet)}
      stack
    />
  )
}
