import { Breadcrumb, ButtonLink, Card, DataTable, PageHead, Tabs, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel, useTRPC } from '../../../lib/web.ts'
import { PerformancePart } from '../components/performance-part.tsx'
import { ProcessCard } from '../components/process-card.tsx'
import { ServicesPart } from '../components/services-part.tsx'
import { WorkPart } from '../components/work-part.tsx'
import type { Release } from '../lib/model.ts'
import '../release.css'
import { releaseWords } from '../words.ts'

/** `/admin/releases/<hash>`: everything in one release. */
export function ReleasePage() {
  const t = useWords(releaseWords)
  const trpc = useTRPC()
  const { hash = '' } = useParams({ strict: false })
  const query = useQuery(trpc.model.release.queryOptions({ hash }, { staleTime: Number.POSITIVE_INFINITY }))
  return (
    <QueryPanel query={query} what={t('what')} lines={8}>
      {(release) => <Content release={release} />}
    </QueryPanel>
  )
}

function Content({ release }: { readonly release: Release }) {
  const t = useWords(releaseWords)
  const text = useText()
  const { customer, performance, strategy } = release
  return (
    <>
      <PageHead
        above={<Breadcrumb items={[{ label: t('releases'), href: paths.tenants() }, { label: release.version }]} />}
        title={`${text(release.name)} ${release.version}`}
        actions={
          <ButtonLink icon="swap" href={paths.diff()}>
            {t('compare')}
          </ButtonLink>
        }
      />
      <p className="ad-meta">
        <span>
          {t('chain')} {release.chain.join(' → ')}
        </span>
        <span>
          {t('hash')} <code>{release.hash}</code>
        </span>
      </p>
      <div className="h-stack">
        <Card title={t('strategy')} padded>
          <dl className="ad-strategy">
            <dt>{t('vision')}</dt>
            <dd>
              <b>{text(strategy.vision)}</b>
            </dd>
            <dt>{t('mission')}</dt>
            <dd>{text(strategy.mission)}</dd>
            <dt>{t('strategies')}</dt>
            <dd>{strategy.strategies.map(text).join(' · ')}</dd>
          </dl>
        </Card>
        <div className="ad-tabs">
          <Tabs
            label={t('what')}
            items={[
              {
                id: 'performance',
                label: t('performance'),
                count: performance.indicators.length,
                content: (
                  <div className="ad-tab">
                    <PerformancePart release={release} />
                  </div>
                ),
              },
              {
                id: 'services',
                label: t('services'),
                count: customer.services.length,
                content: (
                  <div className="ad-tab">
                    <ServicesPart release={release} />
                  </div>
                ),
              },
              {
                id: 'processes',
                label: t('processes'),
                count: customer.processes.length,
                content: (
                  <div className="ad-tab h-stack">
                    {customer.processes.map((process) => (
                      <ProcessCard key={process.key} release={release} process={process} />
                    ))}
                  </div>
                ),
              },
              {
                id: 'work',
                label: t('work'),
                count: release.work?.documentKinds.length ?? 0,
                content: (
                  <div className="ad-tab">
                    <WorkPart release={release} />
                  </div>
                ),
              },
              { id: 'terms', label: t('terms'), content: <Terms release={release} /> },
            ]}
          />
        </div>
      </div>
    </>
  )
}

function Terms({ release }: { readonly release: Release }) {
  const t = useWords(releaseWords)
  return (
    <div className="ad-tab">
      <Card title={t('terms')}>
        <DataTable
          caption={t('terms')}
          rows={Object.entries(release.terms)}
          rowKey={([key]) => key}
          columns={[
            { id: 'term', header: t('term'), rowHeader: true, value: ([key]) => key, cell: ([key]) => key },
            { id: 'ko', header: t('ko'), value: ([, words]) => words.ko, cell: ([, words]) => words.ko },
            { id: 'en', header: t('en'), value: ([, words]) => words.en, cell: ([, words]) => words.en },
          ]}
        />
      </Card>
    </div>
  )
}
