import { Button, Icon, Link, Tag, useFormat, useText, useWords } from '@harmony/ui'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import type { TaskFilter, TaskRow } from '../api.ts'
import { dotted } from '../lib/days.ts'
import '../task.css'
import { taskWords } from '../words.ts'
import { ProgressTick } from './progress-tick.tsx'
import { TaskState } from './task-state.tsx'

type Sort = TaskFilter['sort']

export interface TaskTableProps {
  readonly rows: readonly TaskRow[]
  readonly total: number
  readonly filter: TaskFilter
  readonly onSort: (sort: Sort) => void
  readonly exporting: { readonly isPending: boolean; readonly mutate: () => void }
  readonly onMore?: () => void
  readonly loading?: boolean
}

/** Tasks as a table; the server sorts, pages follow one another. On a phone each row stands on its own. */
export function TaskTable({ rows, total, filter, onSort, exporting, onMore, loading = false }: TaskTableProps) {
  const t = useWords(taskWords)
  const format = useFormat()
  const head = { filter, onSort }
  return (
    <div className="tk-list">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="h-tw" aria-label={t('sheet')} tabIndex={0}>
        <table className="h-tb" data-stack>
          <caption className="h-sr">{t('sheet')}</caption>
          <thead>
            <tr>
              <SortHead {...head} sort="name" label={t('name')} />
              <th scope="col">{t('phase')}</th>
              <SortHead {...head} sort="progress" label={t('progress')} />
              <SortHead {...head} sort="due" label={t('due')} />
              <th scope="col">{t('status')}</th>
              <th scope="col">{t('person')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      <div className="tk-foot">
        <span>{t('shown', { n: format.number(rows.length), total: format.number(total) })}</span>
        <span className="h-noprint">{t('plannedNote')}</span>
        <span className="r h-row">
          {onMore && (
            <Button size="sm" isPending={loading} onPress={onMore}>
              {t('more')}
            </Button>
          )}
          <Button size="sm" icon="excel" isPending={exporting.isPending} onPress={() => exporting.mutate()}>
            {t('export')}
          </Button>
          <Button size="sm" icon="print" onPress={() => window.print()}>
            {t('print')}
          </Button>
        </span>
      </div>
    </div>
  )
}

interface SortHeadProps {
  readonly filter: TaskFilter
  readonly onSort: (sort: Sort) => void
  readonly sort: Sort
  readonly label: string
}

function SortHead({ filter, onSort, sort, label }: SortHeadProps) {
  const on = filter.sort === sort
  const direction = on ? (filter.order === 'asc' ? 'ascending' : 'descending') : 'none'
  return (
    <th scope="col" aria-sort={direction}>
      <button type="button" onClick={() => onSort(sort)}>
        {label}
        <span aria-hidden="true">{on ? (filter.order === 'asc' ? '▲' : '▼') : ''}</span>
      </button>
    </th>
  )
}

function Row({ row }: { readonly row: TaskRow }) {
  const t = useWords(taskWords)
  const text = useText()
  const agency = useAgency()
  const { managedTask, next } = row
  const allDone = row.phases > 0 && row.phases === row.phasesDone
  return (
    <tr>
      <th scope="row">
        <span className="tk-name">
          <Link href={paths.task(agency, row.id)} look="quiet">
            {row.name}
          </Link>
          <small>
            {managedTask?.annualReport && <Tag tone="blue">{t('annualShort')}</Tag>}
            {managedTask?.qualityManaged && <Tag tone="blue">{t('qualityShort')}</Tag>}
            {row.watched && (
              <Tag tone="red">
                <Icon name="flag" size={12} />
                {t('watched')}
              </Tag>
            )}
            <span>{managedTask && managedTask.name !== row.name ? managedTask.name : row.unitTask.name}</span>
          </small>
        </span>
      </th>
      <td data-label={t('phase')}>{next ? next.name : allDone ? t('done') : '—'}</td>
      <td data-col="progress">
        <ProgressTick progress={row.manualProgress ?? row.progress} planned={row.plannedProgress} ok={!row.behind} />
      </td>
      <td className="h-xs" data-label={t('due')}>
        {next ? <time dateTime={next.dueDate}>{dotted(next.dueDate)}</time> : '—'}
      </td>
      <td data-col="state">
        <TaskState standing={row} allDone={allDone} />
      </td>
      <td className="h-xs" data-label={t('person')}>
        {row.owner.name}
        <br />
        <span className="h-muted">{text(row.unit.name)}</span>
      </td>
    </tr>
  )
}
