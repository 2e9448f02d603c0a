import { Button, Card, EmptyState, useWords } from '@harmony/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { cardWords } from '../card-words.ts'
import { ReceptionTable } from './achievement-rows.tsx'

/** 접수 (행정업무규정): documents of other units and agencies that came in for this task. */
export function ReceptionTab({ cardId }: { readonly cardId: string }) {
  const t = useWords(cardWords)
  const trpc = useTRPC()
  const query = useInfiniteQuery(
    trpc.task.achievements.infiniteQueryOptions(
      { taskCardId: cardId, view: 'reception' },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  )
  return (
    <Card title={t('reception')}>
      <QueryPanel query={query} what={t('reception')}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          if (rows.length === 0) return <EmptyState title={t('emptyReception')}>{t('emptyReceptionNext')}</EmptyState>
          return (
            <>
              <ReceptionTable rows={rows} />
              {query.hasNextPage && (
                <div className="tk-foot">
                  <Button size="sm" isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                    {t('more')}
                  </Button>
                </div>
              )}
            </>
          )
        }}
      </QueryPanel>
    </Card>
  )
}
