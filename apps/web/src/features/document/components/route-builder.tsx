import { Button, notify, Select, useWords } from '@harmony/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { useErrorText } from '../../../lib/errors.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { Role } from '../api.ts'
import { addRow, moveRow, placeRows, type RouteRow, rowKey, rowsOf, tidy } from '../lib/route.ts'
import { routeWords } from '../route-words.ts'
import { documentWords } from '../words.ts'
import { PersonSearch } from './person-search.tsx'
import { RouteRowView, useRowName } from './route-row.tsx'
import { RouteStepDialog } from './route-step-dialog.tsx'
import { SavedRoutes } from './saved-routes.tsx'

export interface RouteBuilderProps {
  readonly rows: readonly RouteRow[]
  readonly onChange: (rows: RouteRow[]) => void
  /** Where the default route comes from; without it none is offered. */
  readonly kindKey?: string
  readonly unitId?: string
  /** Who cannot stand on it: the drafter, and those who have acted already. */
  readonly without?: readonly string[]
  readonly error?: string | undefined
}

/** Puts a route together: default and saved routes, people search, order by dragging, buttons or keys. */
export function RouteBuilder({ rows, onChange, kindKey, unitId, without = [], error }: RouteBuilderProps) {
  const t = useWords(routeWords)
  const d = useWords(documentWords)
  const nameOf = useRowName()
  const [role, setRole] = useState<Role>('review')
  const [opened, setOpened] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const taken = new Set([...without, ...rows.flatMap((row) => (row.personId === null ? [] : [row.personId]))])
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) =>
      onChange(
        placeRows(
          rows,
          new Set([...keys].map(String)),
          String(target.key),
          target.dropPosition === 'before' ? 'before' : 'after',
        ),
      ),
  })
  const change = (key: string, patch: Partial<RouteRow>) =>
    onChange(tidy(rows.map((row) => (row.key === key ? { ...row, ...patch } : row))))
  const move = (row: RouteRow, by: -1 | 1) => {
    onChange(moveRow(rows, row.key, by))
    setSaid(t('moved', { name: nameOf(row), n: rows.indexOf(row) + 1 + by }))
    // The row's buttons may have left the page for a moment, and at an end one of them is off.
    requestAnimationFrame(() => {
      const [first, second] = by < 0 ? ['up', 'down'] : ['down', 'up']
      const button = document.querySelector<HTMLElement>(`#${row.key}-${first}:not([data-disabled])`)
      ;(button ?? document.getElementById(`${row.key}-${second}`))?.focus()
    })
  }
  const numbers = ordersOf(rows)
  const shown = rows.find((row) => row.key === opened)
  const shownAt = rows.findIndex((row) => row.key === opened)
  return (
    <div className="dc-route">
      <div className="h-row">
        {kindKey !== undefined && <DefaultRoute kindKey={kindKey} unitId={unitId} onChange={onChange} />}
        <SavedRoutes rows={rows} onChange={onChange} />
      </div>
      {rows.length > 0 && (
        <GridList
          aria-label={t('route')}
          className="dc-rows"
          selectionMode="none"
          keyboardNavigationBehavior="tab"
          dragAndDropHooks={dragAndDropHooks}
        >
          {rows.map((row, index) => (
            <GridListItem key={row.key} id={row.key} textValue={nameOf(row)}>
              <RouteRowView
                row={row}
                order={numbers[index] ?? index + 1}
                isFirst={index === 0}
                isLast={index === rows.length - 1}
                onChange={(patch) => change(row.key, patch)}
                onMove={(by) => move(row, by)}
                onRemove={() => {
                  onChange(tidy(rows.filter((one) => one.key !== row.key)))
                  setSaid(t('removed', { name: nameOf(row) }))
                }}
                onMore={() => setOpened(row.key)}
              />
            </GridListItem>
          ))}
        </GridList>
      )}
      {error && <p className="h-error">{error}</p>}
      <div className="dc-radd">
        <Select
          label={t('addRole')}
          hideLabel
          size="md"
          value={role}
          onChange={setRole}
          options={(['review', 'consent', 'approve'] as const).map((id) => ({ id, label: d(`role-${id}`) }))}
        />
        <PersonSearch
          label={t('add')}
          hideLabel
          without={taken}
          onPick={(one) => {
            onChange(addRow(rows, newRow(role, one)))
            setSaid(t('added', { name: one.person.name }))
          }}
        />
      </div>
      <p className="h-hint">{t('routeHint')}</p>
      <span className="h-sr" role="status">
        {said}
      </span>
      {shown && (
        <RouteStepDialog
          row={shown}
          canJoin={rows[shownAt - 1]?.role === 'consent'}
          taken={taken}
          onChange={(patch) => change(shown.key, patch)}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  )
}

/** The place of each row; those asked at once share one. */
function ordersOf(rows: readonly RouteRow[]): number[] {
  let order = 0
  return rows.map((row) => {
    if (!row.withPrevious || order === 0) order += 1
    return order
  })
}

function newRow(role: Role, one: Parameters<React.ComponentProps<typeof PersonSearch>['onPick']>[0]): RouteRow {
  return {
    key: rowKey(),
    role,
    personId: one.person.id,
    unitId: one.unit.id,
    name: one.person.name,
    title: one.title,
    unit: one.unit.name,
    withPrevious: false,
    delegated: false,
    actingFor: null,
    request: { action: 'report', note: '' },
    problem: null,
    who: null,
  }
}

interface DefaultRouteProps {
  readonly kindKey: string
  readonly unitId: string | undefined
  readonly onChange: (rows: RouteRow[]) => void
}

function DefaultRoute({ kindKey, unitId, onChange }: DefaultRouteProps) {
  const t = useWords(routeWords)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const fetch = async () => {
    setBusy(true)
    try {
      const proposed = await queryClient.fetchQuery(
        trpc.document.proposeRoute.queryOptions({ kindKey, ...(unitId === undefined ? {} : { unitId }) }),
      )
      onChange(rowsOf(proposed.steps))
      notify.done(t('defaultDone'))
    } catch (error) {
      notify.failed(errorText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button size="sm" icon="undo" isPending={busy} onPress={() => void fetch()}>
      {t('default')}
    </Button>
  )
}
