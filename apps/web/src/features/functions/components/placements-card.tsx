import { Card, Tag, useFormat, useWords } from '@harmony/ui'
import type { UnitTask } from '../api.ts'
import { manualWords } from '../manual-words.ts'

/** How the task was called and where it hung through the versions. */
export function PlacementsCard({ task }: { readonly task: UnitTask }) {
  const t = useWords(manualWords)
  const format = useFormat()
  return (
    <Card title={t('placements')} padded>
      <ol className="f-steps">
        {task.placements.map(({ label, validFrom, name, path, ended }) => (
          <li key={validFrom}>
            <b>
              {label} {ended && <Tag tone="amber">{t('ended')}</Tag>}
            </b>
            <span>{name}</span>
            <span className="h-muted h-xs">{path.join(' › ')}</span>
            <time className="h-muted h-xs" dateTime={validFrom}>
              {t('from')} {format.date(validFrom)}
            </time>
          </li>
        ))}
      </ol>
    </Card>
  )
}
