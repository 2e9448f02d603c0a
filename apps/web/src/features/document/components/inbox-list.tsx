import { Button, Icon, useWords } from '@harmony/ui'
import { useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Checkbox, GridList, GridListItem } from 'react-aria-components'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import type { InboxRow } from '../api.ts'
import { inboxWords } from '../inbox-words.ts'
import { InboxRowView } from './inbox-row.tsx'

interface InboxListProps {
  readonly rows: readonly InboxRow[]
  readonly picked: ReadonlySet<string>
  readonly onPick: (picked: ReadonlySet<string>) => void
  /** Told which document the keyboard or pointer stands on. */
  readonly onLook: (id: string) => void
  readonly looked: string | null
  readonly canPick: boolean
  readonly onMore?: () => void
  readonly loading: boolean
}

const ARROWS: Readonly<Record<string, string>> = { j: 'ArrowDown', k: 'ArrowUp', ㅓ: 'ArrowDown', ㅏ: 'ArrowUp' }
const PICK = new Set(['x', 'ㅌ'])

/** Rows under the keyboard: J/K or arrows move, X selects, Enter opens. The keys work from the bare page and with the Korean layout too. */
export function InboxList({ rows, picked, onPick, onLook, looked, canPick, onMore, loading }: InboxListProps) {
  const t = useWords(inboxWords)
  const agency = useAgency()
  const { history } = useRouter()
  const frame = useRef<HTMLDivElement>(null)
  const rowOf = (element: EventTarget | null) =>
    element instanceof HTMLElement ? element.closest('[role=row]')?.querySelector<HTMLElement>('[data-doc]') : null
  const look = (element: EventTarget | null) => {
    const id = rowOf(element)?.dataset['doc']
    if (id) onLook(id)
  }
  const open = (id: string) => history.push(paths.document(agency, id))
  const onPageKey = useRef<(event: globalThis.KeyboardEvent) => void>(() => undefined)
  onPageKey.current = (event) => {
    const row = frame.current?.querySelector<HTMLElement>('[role=row][data-looked]')
    if (!row || document.activeElement !== document.body || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && looked) open(looked)
    else if (ARROWS[event.key] || PICK.has(event.key)) {
      row.focus()
      row.dispatchEvent(new globalThis.KeyboardEvent('keydown', { key: event.key, bubbles: true }))
    } else return
    event.preventDefault()
  }
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => onPageKey.current(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return
    const arrow = ARROWS[event.key]
    if (arrow) {
      event.preventDefault()
      event.target.dispatchEvent(new globalThis.KeyboardEvent('keydown', { key: arrow, bubbles: true }))
    } else if (PICK.has(event.key) && canPick) {
      const id = rowOf(event.target)?.dataset['doc']
      if (!id) return
      event.preventDefault()
      const next = new Set(picked)
      if (!next.delete(id)) next.add(id)
      onPick(next)
    }
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: shortcuts for the list inside */}
      <div ref={frame} onKeyDownCapture={onKeyDown} onFocus={(event) => look(event.target)}>
        <GridList
          className="dc-q"
          aria-label={t('list')}
          selectionMode={canPick ? 'multiple' : 'none'}
          selectionBehavior="toggle"
          disallowTypeAhead
          selectedKeys={picked}
          onSelectionChange={(keys) =>
            onPick(keys === 'all' ? new Set(rows.map((row) => row.id)) : new Set([...keys].map(String)))
          }
          onAction={(key) => open(String(key))}
        >
          {rows.map((row, index) => (
            <GridListItem
              key={row.id}
              id={row.id}
              textValue={row.title || t('noTitle')}
              data-looked={row.id === looked || undefined}
              onHoverStart={() => onLook(row.id)}
            >
              {canPick && (
                <Checkbox slot="selection" className="dc-pick">
                  <span className="h-mark">
                    <Icon name="check" size={16} weight={2.4} />
                  </span>
                </Checkbox>
              )}
              <InboxRowView row={row} isFirst={index === 0} />
            </GridListItem>
          ))}
        </GridList>
      </div>
      <div className="dc-foot">
        <span aria-hidden="true">
          <kbd>J</kbd>
          <kbd>K</kbd>
          {t('keysMove')}
        </span>
        <span aria-hidden="true">
          <kbd>Enter</kbd>
          {t('keysOpen')}
        </span>
        {canPick && (
          <span aria-hidden="true">
            <kbd>X</kbd>
            {t('keysPick')}
          </span>
        )}
        {onMore && (
          <Button size="sm" isPending={loading} onPress={onMore}>
            {t('more')}
          </Button>
        )}
      </div>
    </>
  )
}
