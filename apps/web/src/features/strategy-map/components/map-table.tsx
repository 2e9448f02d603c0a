import { DataTable, Link, StatusMark, type TableColumn, useFormat, useText, useWords } from '@harmony/ui'
import { useMemo } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { downloadExcel } from '../../../lib/excel.ts'
import { paths } from '../../../lib/paths.ts'
import { type Placed, placedObjectives, type StrategyMap } from '../lib/model.ts'
import { countTasks, isOnTrack } from '../lib/tasks.ts'
import { taskWords } from '../task-words.ts'
import { mapWords } from '../words.ts'
import { Change } from './change.tsx'

export interface MapTableProps {
  readonly map: StrategyMap
  readonly chosen: string | undefined
  readonly onChoose: (key: string) => void
}

/** The strategy map as a table: the same figures, sortable, for print, Excel and screen readers. */
export function MapTable({ map, chosen, onChoose }: MapTableProps) {
  const t = useWords(mapWords)
  const task = useWords(taskWords)
  const agency = useAgency()
  const text = useText()
  const format = useFormat()
  const columns = useMemo<TableColumn<Placed>[]>(() => {
    const placed = placedObjectives(map)
    const affects = (key: string) =>
      map.links
        .filter((link) => link.from === key)
        .flatMap((link) => placed.get(link.to) ?? [])
        .map((to) => text(to.objective.name))
        .join(', ')
    return [
      {
        id: 'perspective',
        header: t('colPerspective'),
        value: ({ perspective }) => text(perspective.name),
        cell: ({ perspective }) => <span className="h-xs h-muted">{text(perspective.name)}</span>,
      },
      {
        id: 'objective',
        header: t('colObjective'),
        rowHeader: true,
        value: ({ objective }) => text(objective.name),
        cell: ({ objective }) => (
          <button type="button" className="h-link" data-quiet onClick={() => onChoose(objective.key)}>
            {text(objective.name)}
          </button>
        ),
      },
      {
        id: 'score',
        header: t('score'),
        numeric: true,
        value: ({ objective }) => (objective.score === null ? null : Number(objective.score)),
        cell: ({ objective }) => format.score(objective.score),
      },
      { id: 'signal', header: t('colSignal'), cell: ({ objective }) => <StatusMark signal={objective.signal} /> },
      {
        id: 'change',
        header: t('colChange'),
        numeric: true,
        value: ({ objective }) => (objective.change === null ? null : Number(objective.change)),
        cell: ({ objective }) => <Change change={objective.change} />,
      },
      {
        id: 'weight',
        header: t('weightShort'),
        numeric: true,
        value: ({ objective }) => objective.weight,
        cell: ({ objective }) => `${objective.weight}%`,
      },
      {
        id: 'tasks',
        header: task('column'),
        value: ({ objective }) => {
          const { ok, bad } = countTasks(objective.tasks)
          return `${task('okCount', { n: ok })} / ${task('badCount', { n: bad })}`
        },
        cell: ({ objective }) => (
          <span className="sm-tasks h-xs">
            {objective.tasks.length === 0
              ? '—'
              : objective.tasks.map((one) => (
                  <Link key={one.taskCardId} look="quiet" href={paths.task(agency, one.taskCardId)}>
                    <i className="h-sq" data-bad={isOnTrack(one) ? undefined : true} aria-hidden="true" />
                    {one.name} {task(isOnTrack(one) ? 'ok' : one.state === 'delayed' ? 'delayed' : 'weak')}
                    {one.watched && ` · ${task('watched')}`}
                  </Link>
                ))}
          </span>
        ),
      },
      {
        id: 'affects',
        header: t('affects'),
        value: ({ objective }) => affects(objective.key),
        cell: ({ objective }) => <span className="h-xs">{affects(objective.key) || '—'}</span>,
      },
    ]
  }, [map, t, task, agency, text, format, onChoose])
  const rows = useMemo(() => [...placedObjectives(map).values()], [map])
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={rows}
      rowKey={({ objective }) => objective.key}
      isSelected={({ objective }) => objective.key === chosen}
      onExport={(sheet) => void downloadExcel(sheet)}
      stack
    />
  )
}
