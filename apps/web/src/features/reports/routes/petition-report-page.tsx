import { Button, Card, EmptyState, PageHead, useFormat, useText, useWords } from '@harmony/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useAgency } from '../../../lib/agency.ts'
import { OfficerOnly } from '../../../lib/officer-only.tsx'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { FiguresStrip } from '../components/figures-strip.tsx'
import { ReportBar } from '../components/report-bar.tsx'
import { ReportChart } from '../components/report-chart.tsx'
import { ReportTable } from '../components/report-table.tsx'
import { type Report, type ReportFilter, readFilter, seoulToday, writeFilter } from '../filter.ts'
import '../reports.css'
import { reportWords } from '../words.ts'

/** `/<agency>/reports/petitions`: 민원처리 현황 (R25) under a named definition of a day; the filter is in the address. */
export function PetitionReportPage() {
  return (
    <OfficerOnly>
      <ReportScreen />
    </OfficerOnly>
  )
}

function ReportScreen() {
  const t = useWords(reportWords)
  const trpc = useTRPC()
  const agency = useAgency()
  const { history } = useRouter()
  const filter = readFilter(useSearch({ strict: false }), seoulToday())
  const asked = filter.from <= filter.to
  const query = useQuery(
    trpc.customer.report.queryOptions(filter, { placeholderData: keepPreviousData, enabled: asked }),
  )
  const report = query.data && inOrder(query.data)
  const set = (change: Partial<ReportFilter>) =>
    history.replace(`${paths.petitionReport(agency)}?${writeFilter({ ...filter, ...change })}`)
  usePageTitle(t('title'))
  return (
    <>
      <PageHead
        title={<Headline report={asked ? report : undefined} />}
        above={<p className="h-muted h-xs">{t('title')}</p>}
        actions={
          <Button icon="print" onPress={() => window.print()}>
            {t('print')}
          </Button>
        }
      />
      <div className="h-stack">
        <Card>
          <ReportBar filter={filter} set={set} />
          {asked && (
            <QueryPanel query={query} what={t('title')} lines={3}>
              {(whole) => <Whole report={whole} readAt={query.dataUpdatedAt} />}
            </QueryPanel>
          )}
        </Card>
        {asked && report && report.rows.length > 0 && (
          <>
            <ReportChart report={report} />
            <ReportTable report={report} />
          </>
        )}
      </div>
    </>
  )
}

/** Months as they passed, other groups from the largest down. */
function inOrder(report: Report): Report {
  if (report.by === 'month') return report
  return { ...report, rows: report.rows.toSorted((a, b) => b.total - a.total) }
}

function Headline({ report }: { readonly report: Report | undefined }) {
  const t = useWords(reportWords)
  const format = useFormat()
  if (report === undefined) return t('title')
  if (report.total.total === 0) return t('headlineNone')
  const { total } = report
  const day = (date: string) => format.date(`${date}T00:00:00+09:00`)
  const values = {
    from: day(report.from),
    to: day(report.to),
    total: format.number(total.total),
    share: total.share3 ?? '0.00',
  }
  return t(report.basis === 'received' ? 'headlineReceived' : 'headline', values)
}

function Whole({ report, readAt }: { readonly report: Report; readonly readAt: number }) {
  const t = useWords(reportWords)
  const text = useText()
  const format = useFormat()
  if (report.total.total === 0 && report.open === 0) return <EmptyState title={t('empty')}>{t('emptyNext')}</EmptyState>
  return (
    <>
      <FiguresStrip total={report.total} />
      <p className="rp-note">
        {t('counted')}: <b>{text(report.definition.name)}</b> · {text(report.definition.rule)} ·{' '}
        {t('readAt', { at: format.date(new Date(readAt), 'moment') })}
        {report.open > 0 && <> {t('open', { n: report.open })}</>}
      </p>
    </>
  )
}
