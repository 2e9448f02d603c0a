import type { TaskHistoryInput } from '@harmony/core/work/schemas'
import { Button, Dialog, EmptyState, useFormat, useText, useWords } from '@harmony/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { historyWords } from '../history-words.ts'
import { actionText, changeTexts } from '../lib/history.ts'
import '../plan.css'
import { taskWords } from '../words.ts'

export interface HistoryDialogProps {
  readonly title: string
  readonly cardId: string
  readonly area: NonNullable<TaskHistoryInput['area']>
  /** Names behind keys that the history itself does not name, as those of quality stages. */
  readonly known?: readonly (readonly [key: string, name: string])[]
  readonly onClose: () => void
}

const NONE: readonly (readonly [string, string])[] = []

/** 이력보기: every change of one part of a card, the newest first, with who, when and why. */
export function HistoryDialog({ title, cardId, area, known = NONE, onClose }: HistoryDialogProps) {
  const t = useWords(historyWords)
  const tt = useWords(taskWords)
  const text = useText()
  const format = useFormat()
  const trpc = useTRPC()
  const query = useInfiniteQuery(
    trpc.task.history.infiniteQueryOptions(
      { taskCardId: cardId, area },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  )
  const pages = query.data?.pages
  const names = useMemo(
    () =>
      new Map([
        ...known,
        ...(pages ?? []).flatMap((page) => page.people.map((one) => [one.id, one.name] as const)),
        ...(pages ?? []).flatMap((page) => page.units.map((one) => [one.id, text(one.name)] as const)),
      ]),
    [pages, text, known],
  )
  return (
    <Dialog title={title} size="lg" isOpen onClose={onClose} actions={<Button onPress={onClose}>{tt('close')}</Button>}>
      <QueryPanel query={query} what={t('what')}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.rows)
          if (rows.length === 0) return <EmptyState icon="clock" title={t('none')} />
          return (
            <ol className="tk-history">
              {rows.map((row) => (
                <li key={row.id}>
                  <div className="w">
                    <b>{actionText(row.action, t)}</b>
                    <span>{row.actor?.name}</span>
                    <time dateTime={row.occurredAt}>{format.date(row.occurredAt, 'moment')}</time>
                  </div>
                  <ul className="tk-changes">
                    {changeTexts(row, names, t).map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                  {row.reason && <p>{t('reason', { reason: row.reason })}</p>}
                </li>
              ))}
            </ol>
          )
        }}
      </QueryPanel>
      {query.hasNextPage && (
        <Button size="sm" isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Dialog>
  )
}
