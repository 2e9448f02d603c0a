import { DataTable, Link, type TableColumn, useText, useWords } from '@harmony/ui'
import { useMemo } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { downloadExcel } from '../../../lib/excel.ts'
import { paths } from '../../../lib/paths.ts'
import { type FunctionTree, LEVEL_COLUMNS, type TaskRow } from '../lib/tree.ts'
import { functionWords } from '../words.ts'
import { Marked } from './marked.tsx'

interface TaskTableProps {
  readonly tree: FunctionTree
  readonly rows: readonly TaskRow[]
  readonly query: string
  readonly onClearFilter?: (() => void) | undefined
}

const PAGE = 25

/** Unit tasks as rows, each a link to its manual; Excel gets them in the form that can be imported again. */
export function TaskTable({ tree, rows, query, onClearFilter }: TaskTableProps) {
  const t = useWords(functionWords)
  const text = useText()
  const agency = useAgency()
  const units = useMemo(() => new Map(tree.units.map((unit) => [unit.id, unit])), [tree.units])
  const namesOf = ({ task }: TaskRow) =>
    task.unitIds.flatMap((id) => {
      const unit = units.get(id)
      return unit === undefined ? [] : [text(unit.name)]
    })
  const columns: TableColumn<TaskRow>[] = [
    {
      id: 'name',
      header: t('unit-task'),
      rowHeader: true,
      value: ({ task }) => task.name,
      cell: ({ task }) => (
        <Link href={paths.unitTask(agency, task.id)}>
          <Marked text={task.name} query={query} />
        </Link>
      ),
    },
    {
      id: 'path',
      header: t('path'),
      value: ({ above }) => above.map(({ name }) => name).join(' > '),
      cell: ({ above }) => (
        <span className="f-path">
          <Marked text={above.map(({ name }) => name).join(' › ')} query={query} />
        </span>
      ),
    },
    {
      id: 'unit',
      header: t('unit'),
      value: (row) => namesOf(row).join(', '),
      cell: (row) => namesOf(row).join(', '),
    },
    {
      id: 'code',
      header: t('code'),
      value: ({ task }) => task.code,
      cell: ({ task }) => (
        <span className="f-code">
          <Marked text={task.code} query={query} />
        </span>
      ),
    },
  ]
  const exportSheet = () =>
    downloadExcel({
      name: t('sheet', { year: tree.version?.year ?? '' }),
      header: [...LEVEL_COLUMNS, '수행부서코드', t('unit')],
      rows: rows.map((row) => [
        ...[...row.above, row.task].flatMap(({ code, name }) => [code, name]),
        row.task.unitIds.flatMap((id) => units.get(id)?.code ?? []).join('; '),
        namesOf(row).join(', '),
      ]),
    })
  return (
    <DataTable
      caption={t('tasks')}
      columns={columns}
      rows={rows}
      rowKey={({ task }) => task.id}
      pageSize={PAGE}
      stack
      onExport={() => void exportSheet()}
      onClearFilter={onClearFilter}
    />
  )
}
