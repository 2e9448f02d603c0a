import { Card, DataTable, useText, useWords } from '@harmony/ui'
import type { Release } from '../lib/model.ts'
import { releaseWords } from '../words.ts'

/** The services citizens can ask for, with period, process and unit; then the survey's rules. */
export function ServicesPart({ release }: { readonly release: Release }) {
  const t = useWords(releaseWords)
  const text = useText()
  const { areas, services, processes, satisfaction } = release.customer
  const areaName = (key: string) => {
    const area = areas.find((one) => one.key === key)
    return area ? text(area.name) : key
  }
  const processName = (key: string) => {
    const process = processes.find((one) => one.key === key)
    return process ? text(process.name) : key
  }
  return (
    <div className="h-stack">
      <Card title={t('services')}>
        <DataTable
          caption={t('services')}
          rows={services}
          rowKey={(service) => service.key}
          stack
          columns={[
            { id: 'area', header: t('area'), value: (one) => areaName(one.area), cell: (one) => areaName(one.area) },
            {
              id: 'service',
              header: t('service'),
              rowHeader: true,
              value: (one) => text(one.name),
              cell: (one) => text(one.name),
            },
            {
              id: 'type',
              header: t('petitionType'),
              value: (one) => t(one.petitionType),
              cell: (one) => t(one.petitionType),
            },
            {
              id: 'period',
              header: t('period'),
              numeric: true,
              value: (one) => one.period.amount * (one.period.unit === 'days' ? 8 : 1),
              cell: (one) => t(one.period.unit, { n: one.period.amount }),
            },
            {
              id: 'process',
              header: t('process'),
              value: (one) => processName(one.process),
              cell: (one) => processName(one.process),
            },
            {
              id: 'duty',
              header: t('duty'),
              value: (one) => one.duty.unitCode,
              cell: (one) => <code className="ad-rule">{one.duty.unitCode}</code>,
            },
          ]}
        />
      </Card>
      <Card title={t('survey')} padded>
        <p>
          {t('surveyText', {
            n: satisfaction.items.length,
            window: satisfaction.windowDays,
            reopen: satisfaction.reopenDays,
          })}
        </p>
        <p className="h-muted">{satisfaction.items.map((item) => text(item.name)).join(' · ')}</p>
      </Card>
    </div>
  )
}
