import { Button, notify, Tag, useFormat, useText, useWords } from '@harmony/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { GridList, GridListItem } from 'react-aria-components'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { paths } from '../../../lib/paths.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { type QueueRow, standing } from '../api.ts'
import '../queue.css'
import { queueWords } from '../words.ts'

interface QueueRowsProps {
  readonly rows: readonly QueueRow[]
  readonly closed?: boolean
  readonly onMore?: () => void
  readonly loading?: boolean
}

/** Requests as rows: arrows move, Enter opens; what nobody has yet can be taken from here. */
export function QueueRows({ rows, closed = false, onMore, loading = false }: QueueRowsProps) {
  const t = useWords(queueWords)
  const agency = useAgency()
  const { history } = useRouter()
  return (
    <>
      <GridList
        className="q-rows"
        aria-label={t('list')}
        items={rows}
        selectionMode="none"
        onAction={(key) => history.push(paths.petition(agency, String(key)))}
      >
        {(row) => (
          <GridListItem id={row.id} textValue={row.title}>
            <Row row={row} closed={closed} />
          </GridListItem>
        )}
      </GridList>
      <div className="q-foot">
        <span className="k">
          <kbd>↑</kbd>
          <kbd>↓</kbd>
          {t('keys')}
        </span>
        <span className="k">
          <kbd>Enter</kbd>
          {t('keyOpen')}
        </span>
        {onMore ? (
          <Button size="sm" isPending={loading} onPress={onMore}>
            {t('more')}
          </Button>
        ) : (
          <span />
        )}
      </div>
    </>
  )
}

function Row({ row, closed }: { readonly row: QueueRow; readonly closed: boolean }) {
  const t = useWords(queueWords)
  const text = useText()
  const format = useFormat()
  const state = standing(row, t)
  const left = format.remaining(row.dueAt)
  return (
    <div className="q-row">
      <span className="st">
        <Tag tone={state.tone}>{state.text}</Tag>
      </span>
      <div className="bd">
        <div className="t">
          <span>{row.title}</span>
          {row.turn && <Tag tone="amber">{t('turnOf', { task: row.turn })}</Tag>}
          {row.unread > 0 && <Tag tone="blue">{t('unread', { n: row.unread })}</Tag>}
        </div>
        <div className="m">
          {row.number} · {text(row.service)}
          {row.customerName && ` · ${row.customerName}`} · {format.date(row.receivedAt, 'moment')}
        </div>
      </div>
      <span className="h-xs who">{row.person?.name ?? t('nobody')}</span>
      <span className="h-xs h-muted num">{text(row.unit.name)}</span>
      {closed ? (
        <span className="due">{row.completedAt && format.date(row.completedAt, 'day')}</span>
      ) : row.status === 'supplement' ? (
        <span className="due">{t('paused')}</span>
      ) : (
        <span className="due" data-hot={left.today || undefined} title={format.date(row.dueAt, 'moment')}>
          {left.text}
        </span>
      )}
      <span className="go">{row.canTake && <TakeButton row={row} />}</span>
    </div>
  )
}

/** Takes a request; when somebody was faster the refusal says who and when. */
function TakeButton({ row }: { readonly row: QueueRow }) {
  const t = useWords(queueWords)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const take = useMutation(
    trpc.customer.take.mutationOptions({
      onSuccess: () => notify.done(t('taken')),
      onError: (error) => notify.failed(errorText(error)),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.customer.pathKey() }),
    }),
  )
  return (
    <Button
      size="sm"
      aria-label={`${row.title} ${t('take')}`}
      isPending={take.isPending}
      onPress={() => take.mutate({ petitionId: row.id, version: row.version })}
    >
      {t('take')}
    </Button>
  )
}
