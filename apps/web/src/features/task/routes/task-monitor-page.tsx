import { Breadcrumb, Button, ButtonLink, DateField, PageHead, Select, useFormat, useText, useWords } from '@harmony/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useAgency } from '../../../lib/agency.ts'
import { OfficerOnly } from '../../../lib/officer-only.tsx'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { MonitorLines } from '../components/monitor-lines.tsx'
import { MonitorTree } from '../components/monitor-tree.tsx'
import type { Monitor } from '../components/monitor-types.ts'
import { today } from '../lib/days.ts'
import { useAddress } from '../lib/use-address.ts'
import '../monitor.css'
import { monitorWords } from '../monitor-words.ts'

const ID = /^[0-9a-f-]{36}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** `/<agency>/task-monitor`: 모니터링 (R12, R13), down from the agency to bureau, team and cards; year and day in the address. */
export function TaskMonitorPage() {
  return (
    <OfficerOnly>
      <MonitorScreen />
    </OfficerOnly>
  )
}

function MonitorScreen() {
  const t = useWords(monitorWords)
  const text = useText()
  const trpc = useTRPC()
  const agency = useAgency()
  const [search, change] = useAddress()
  const unitId = search.unit && ID.test(search.unit) ? search.unit : undefined
  const asOf = search.asOf && DAY.test(search.asOf) ? search.asOf : undefined
  const year = search.year && /^\d{4}$/.test(search.year) ? Number(search.year) : undefined
  const query = useQuery(
    trpc.task.monitor.queryOptions(
      { ...(unitId ? { unitId } : {}), ...(asOf ? { asOf } : {}), ...(year ? { year } : {}) },
      { placeholderData: keepPreviousData },
    ),
  )
  const monitor = query.data
  usePageTitle(t('title'))
  const here = { year: search.year, asOf }
  return (
    <>
      <PageHead
        title={<Headline monitor={monitor} />}
        above={
          monitor && (
            <Breadcrumb
              items={monitor.path.map((unit, index) =>
                index === monitor.path.length - 1
                  ? { label: text(unit.name) }
                  : {
                      label: text(unit.name),
                      href: paths.taskMonitor(agency, { ...here, unit: index === 0 ? undefined : unit.id }),
                    },
              )}
            />
          )
        }
        actions={
          <div className="tk-macts">
            <Select
              label={t('year')}
              size="md"
              value={monitor ? String(monitor.year) : null}
              onChange={(next) => change({ year: next, asOf: undefined })}
              options={(monitor?.years ?? []).map((one) => ({ id: String(one), label: t('yearOf', { year: one }) }))}
            />
            <DateField
              label={t('asOf')}
              size="md"
              value={asOf ?? monitor?.asOf ?? ''}
              max={today()}
              onChange={(next) => change({ asOf: next || undefined })}
            />
            <ButtonLink icon="task" href={paths.tasks(agency, { ...here, unit: unitId, status: 'all' })}>
              {t('list')}
            </ButtonLink>
            <Button icon="print" onPress={() => window.print()}>
              {t('print')}
            </Button>
          </div>
        }
      />
      <QueryPanel query={query} what={t('what')} lines={8}>
        {(data) => (
          <div className="h-stack">
            <MonitorTree monitor={data} />
            <MonitorLines monitor={data} />
            <Note monitor={data} />
          </div>
        )}
      </QueryPanel>
    </>
  )
}

function Headline({ monitor }: { readonly monitor: Monitor | undefined }) {
  const t = useWords(monitorWords)
  const format = useFormat()
  if (monitor === undefined) return t('title')
  const total = format.number(monitor.sum.total)
  if (monitor.sum.total === 0) return t('headlineNone', { year: monitor.year })
  if (monitor.sum.delayed === 0) return t('headlineGood', { total })
  return t('headline', { total, late: format.number(monitor.sum.delayed) })
}

function Note({ monitor }: { readonly monitor: Monitor }) {
  const t = useWords(monitorWords)
  const format = useFormat()
  return (
    <p className="h-muted h-xs">
      {t('rule')}{' '}
      {t('computedAt', {
        date: format.date(`${monitor.asOf}T12:00:00+09:00`),
        at: format.date(monitor.computedAt, 'moment'),
      })}
    </p>
  )
}
