import {
  type ColumnDef,
  flexRender,
  getCoreRowModel,
  getPaginationRowModel,
  getSortedRowModel,
  type SortingState,
  useReactTable,
} from '@tanstack/react-table'
import type { ReactNode } from 'react'
import { useMemo, useRef, useState } from 'react'
import { useWords } from '../i18n/words.ts'
import { useOverflows } from '../lib/overflow.ts'
import { uiWords } from '../words.ts'
import { Button, IconButton } from './button.tsx'
import { ErrorState, FilteredEmpty, Skeleton } from './states.tsx'

/** A value of a spreadsheet cell. */
export type SheetValue = string | number | Date | null

export interface TableColumn<T> {
  readonly id: string
  readonly header: string
  readonly cell: (row: T) => ReactNode
  /** What the column is sorted by and what Excel gets; without it neither. */
  readonly value?: (row: T) => SheetValue
  readonly numeric?: boolean
  /** This column names the row. */
  readonly rowHeader?: boolean
}

/** A table as a sheet: heads and rows of plain values. */
export interface Sheet {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly SheetValue[])[]
}

export interface DataTableProps<T> {
  /** The table's name, for screen readers and the exported file. */
  readonly caption: string
  readonly columns: readonly TableColumn<T>[]
  readonly rows: readonly T[] | undefined
  readonly rowKey: (row: T) => string
  readonly isSelected?: (row: T) => boolean
  readonly error?: { readonly reason?: string | undefined; readonly onRetry?: () => void } | null
  /** Shown when there is nothing at all. */
  readonly empty?: ReactNode
  /** Given when a filter is on: an empty table then says so and offers to clear it. */
  readonly onClearFilter?: (() => void) | undefined
  /** Rows a page; all rows when left out. */
  readonly pageSize?: number
  readonly onExport?: (sheet: Sheet) => void
  /** Cells under one another on a phone instead of scrolling sideways. */
  readonly stack?: boolean
  readonly footer?: ReactNode
  /** Off when the rows are only a part of what there is. */
  readonly showCount?: boolean
}

/** The rows and columns as a sheet, columns without a `value` left out. */
export function toSheet<T>(name: string, columns: readonly TableColumn<T>[], rows: readonly T[]): Sheet {
  const exported = columns.filter((column) => column.value)
  return {
    name,
    header: exported.map((column) => column.header),
    rows: rows.map((row) => exported.map((column) => column.value?.(row) ?? null)),
  }
}

function compare(a: SheetValue, b: SheetValue): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b, 'ko', { numeric: true })
  return a < b ? -1 : 1
}

/** A table with sorting, pages, export and its loading, empty, filtered-empty and failed states. */
export function DataTable<T>(props: DataTableProps<T>) {
  const {
    caption,
    columns,
    rows,
    rowKey,
    isSelected,
    error,
    empty,
    onClearFilter,
    pageSize,
    onExport,
    stack,
    footer,
    showCount = true,
  } = props
  const t = useWords(uiWords)
  const frame = useRef<HTMLElement>(null)
  const scrolls = useOverflows(frame)
  const [sorting, setSorting] = useState<SortingState>([])
  const defs = useMemo<ColumnDef<T>[]>(
    () =>
      columns.map((column) => ({
        id: column.id,
        header: column.header,
        cell: ({ row }) => column.cell(row.original),
        enableSorting: column.value !== undefined,
        accessorFn: (row: T) => column.value?.(row) ?? null,
        sortingFn: (a, b) => compare(column.value?.(a.original) ?? null, column.value?.(b.original) ?? null),
      })),
    [columns],
  )
  const data = useMemo(() => [...(rows ?? [])], [rows])
  const table = useReactTable({
    data,
    columns: defs,
    state: { sorting },
    onSortingChange: setSorting,
    getRowId: rowKey,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    ...(pageSize
      ? { getPaginationRowModel: getPaginationRowModel(), initialState: { pagination: { pageIndex: 0, pageSize } } }
      : {}),
  })
  if (error) return <ErrorState what={caption} reason={error.reason} onRetry={error.onRetry} />
  if (!rows) return <Skeleton lines={6} />
  if (rows.length === 0) return onClearFilter ? <FilteredEmpty onClear={onClearFilter} /> : empty
  const byId = new Map(columns.map((column) => [column.id, column]))
  const pages = pageSize ? table.getPageCount() : 1
  return (
    <>
      <section ref={frame} className="h-tw" aria-label={t('tableOf', { caption })} tabIndex={scrolls ? 0 : undefined}>
        <table className="h-tb" data-stack={stack || undefined}>
          <caption className="h-sr">{caption}</caption>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header) => {
                  const direction = header.column.getIsSorted()
                  const label = String(header.column.columnDef.header)
                  return (
                    <th
                      key={header.id}
                      scope="col"
                      data-num={byId.get(header.column.id)?.numeric || undefined}
                      {...(header.column.getCanSort()
                        ? {
                            'aria-sort':
                              direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : 'none',
                          }
                        : {})}
                    >
                      {header.column.getCanSort() ? (
                        <button type="button" onClick={header.column.getToggleSortingHandler()}>
                          {label}
                          <span aria-hidden="true">{direction === 'asc' ? '▲' : direction === 'desc' ? '▼' : ''}</span>
                        </button>
                      ) : (
                        label
                      )}
                    </th>
                  )
                })}
              </tr>
            ))}
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row) => (
              <tr key={row.id} data-selected={isSelected?.(row.original) || undefined}>
                {row.getVisibleCells().map((cell) => {
                  const column = byId.get(cell.column.id)
                  const content = flexRender(cell.column.columnDef.cell, cell.getContext())
                  return column?.rowHeader ? (
                    <th key={cell.id} scope="row">
                      {content}
                    </th>
                  ) : (
                    <td key={cell.id} data-num={column?.numeric || undefined} data-label={column?.header}>
                      {content}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
          {footer && <tfoot>{footer}</tfoot>}
        </table>
      </section>
      {(pages > 1 || onExport) && (
        <div className="h-tb-ft h-noprint">
          {showCount && <span>{t('rows', { n: rows.length })}</span>}
          {pages > 1 && (
            <>
              <IconButton
                icon="left"
                label={t('prev')}
                isDisabled={!table.getCanPreviousPage()}
                onPress={() => table.previousPage()}
              />
              <span aria-live="polite">{t('page', { page: table.getState().pagination.pageIndex + 1, pages })}</span>
              <IconButton
                icon="right"
                label={t('next')}
                isDisabled={!table.getCanNextPage()}
                onPress={() => table.nextPage()}
              />
            </>
          )}
          {onExport && (
            <span className="r">
              <Button
                size="sm"
                icon="excel"
                onPress={() =>
                  onExport(
                    toSheet(
                      caption,
                      columns,
                      table.getSortedRowModel().rows.map((row) => row.original),
                    ),
                  )
                }
              >
                {t('excel')}
              </Button>
              <Button size="sm" icon="print" onPress={() => window.print()}>
                {t('print')}
              </Button>
            </span>
          )}
        </div>
      )}
    </>
  )
}
