import { Icon, IconButton, Select, Tag, useText, useWords } from '@harmony/ui'
import { Button } from 'react-aria-components'
import type { RouteRow } from '../lib/route.ts'
import { routeWords } from '../route-words.ts'
import { documentWords } from '../words.ts'

interface RouteRowViewProps {
  readonly row: RouteRow
  /** Its place, from 1; those asked at once share it. */
  readonly order: number
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onChange: (change: Partial<RouteRow>) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
  readonly onMore: () => void
}

/** One person on the route: who, as what, and the ways to move, change or take them out. */
export function RouteRowView({ row, order, isFirst, isLast, onChange, onMove, onRemove, onMore }: RouteRowViewProps) {
  const t = useWords(routeWords)
  const d = useWords(documentWords)
  const text = useText()
  const name = useRowName()(row)
  return (
    <div className="dc-rrow" data-together={row.withPrevious || undefined} data-problem={row.problem ?? undefined}>
      <Button slot="drag" className="dc-grip" aria-label={t('drag', { name })}>
        <span aria-hidden="true">⠿</span>
      </Button>
      <span className="dc-rno" aria-hidden="true">
        {row.withPrevious ? '〃' : order}
      </span>
      <div className="dc-rwho">
        <b>{name}</b>
        {row.personId === null ? (
          <span className="h-xs h-bad">{t(row.problem === 'drafter' ? 'isDrafter' : 'vacant')}</span>
        ) : (
          <span className="h-xs h-muted">{row.unit && text(row.unit)}</span>
        )}
        <span className="dc-tags">
          {row.withPrevious && <Tag>{t('togetherTag')}</Tag>}
          {row.delegated && <Tag tone="green">{d('delegated')}</Tag>}
          {row.actingFor && <Tag tone="amber">{d('actingFor', { name: row.actingFor.name })}</Tag>}
          {row.request.action !== 'report' || row.request.note !== '' ? (
            <Tag tone="blue">
              {d(`ask-${row.request.action}`)}
              {row.request.note && `-${row.request.note}`}
            </Tag>
          ) : null}
        </span>
      </div>
      <div className="dc-rrole">
        <Select
          label={`${name} ${t('addRole')}`}
          hideLabel
          size="md"
          value={row.role}
          onChange={(role) => onChange({ role })}
          options={(['review', 'consent', 'approve'] as const).map((id) => ({ id, label: d(`role-${id}`) }))}
        />
      </div>
      <div className="dc-racts">
        <IconButton
          id={`${row.key}-up`}
          icon="up"
          label={t('up', { name })}
          isDisabled={isFirst}
          onPress={() => onMove(-1)}
        />
        <Button
          id={`${row.key}-down`}
          className="h-icb dc-flip"
          aria-label={t('down', { name })}
          isDisabled={isLast}
          onPress={() => onMove(1)}
        >
          <Icon name="up" />
        </Button>
        <IconButton icon="more" label={t('more', { name })} onPress={onMore} />
        <IconButton icon="close" label={t('remove', { name })} onPress={onRemove} />
      </div>
    </div>
  )
}

/** A row's name and title, or whose place it is while nobody stands there. */
export function useRowName(): (row: RouteRow) => string {
  const t = useWords(routeWords)
  const text = useText()
  return (row) => {
    if (row.name !== null) return row.title ? `${row.name} ${text(row.title)}` : row.name
    const who = (['team-head', 'bureau-head', 'vice-minister', 'minister', 'unit'] as const).find(
      (one) => one === row.who,
    )
    return who ? t(`who-${who}`) : t('pick')
  }
}
