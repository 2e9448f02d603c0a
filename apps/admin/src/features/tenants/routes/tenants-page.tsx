import { PageHead, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../lib/web.ts'
import { ReleaseList } from '../components/release-list.tsx'
import { TenantMatrix } from '../components/tenant-matrix.tsx'
import '../tenants.css'
import { tenantWords } from '../words.ts'

/** `/admin`: agencies × releases, then every published release. */
export function TenantsPage() {
  const t = useWords(tenantWords)
  const trpc = useTRPC()
  const tenants = useQuery(trpc.tenancy.overview.queryOptions())
  const releases = useQuery(trpc.model.releases.queryOptions())
  return (
    <>
      <PageHead title={t('title')} above={<p className="h-xs h-muted">{t('lead')}</p>} />
      <div className="h-stack">
        <TenantMatrix tenants={tenants} releases={releases} />
        <ReleaseList tenants={tenants} releases={releases} />
      </div>
    </>
  )
}
