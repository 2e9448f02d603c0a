import { Card, useFormat, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { UnitTask, UnitTaskChange } from '../api.ts'
import { manualWords } from '../manual-words.ts'
import { useServiceName } from '../use-services.ts'

/** Who changed what of the task's information, when and why. */
export function HistoryCard({ task }: { readonly task: UnitTask }) {
  const t = useWords(manualWords)
  const format = useFormat()
  const trpc = useTRPC()
  const query = useQuery(trpc.brm.unitTaskHistory.queryOptions({ unitTaskId: task.id }))
  return (
    <Card title={t('history')} padded>
      <QueryPanel query={query} what={t('history')}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="h-muted">{t('historyNone')}</p>
          ) : (
            <ol className="f-steps">
              {rows.map((row) => (
                <li key={row.id}>
                  <b>
                    {row.changedBy ?? t('system')}
                    <time className="h-muted h-xs" dateTime={row.changedAt}>
                      {' '}
                      {format.date(row.changedAt, 'moment')}
                    </time>
                  </b>
                  <span>{row.reason}</span>
                  <Differences change={row} />
                </li>
              ))}
            </ol>
          )
        }
      </QueryPanel>
    </Card>
  )
}

const FIELDS = [
  'unitIds',
  'coreArea',
  'purpose',
  'description',
  'serviceKeys',
  'laws',
  'regulations',
  'budgets',
  'organisations',
] as const

function Differences({ change }: { readonly change: UnitTaskChange }) {
  const t = useWords(manualWords)
  const say = useSayValue()
  return (
    <details className="f-diff">
      <summary>
        {FIELDS.filter((field) => field in change.after)
          .map((field) => t(field))
          .join(', ')}
      </summary>
      <dl>
        {FIELDS.filter((field) => field in change.after).map((field) => (
          <div key={field}>
            <dt>{t(field)}</dt>
            <dd>
              <del>{say(field, change.before[field]) || '–'}</del>
              <ins>{say(field, change.after[field]) || '–'}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** A field's value in words: units and services by name, entries one after another. */
function useSayValue(): (field: (typeof FIELDS)[number], value: unknown) => string {
  const text = useText()
  const format = useFormat()
  const trpc = useTRPC()
  const units = useQuery(trpc.identity.orgTree.queryOptions({}, { staleTime: 300_000 }))
  const serviceName = useServiceName()
  return (field, value) => {
    if (!Array.isArray(value)) return String(value ?? '')
    const say = (item: unknown) => {
      if (field === 'unitIds') {
        const unit = units.data?.find(({ id }) => id === item)
        return unit === undefined ? '' : text(unit.name)
      }
      if (field === 'serviceKeys') return serviceName(String(item))
      if (typeof item !== 'object' || item === null) return String(item)
      return Object.values(item)
        .filter((part) => part !== '')
        .map((part) => (typeof part === 'number' && part > 3000 ? format.number(part) : String(part)))
        .join(' ')
    }
    return value.map(say).join(', ')
  }
}
