import {
  Breadcrumb,
  Button,
  Card,
  ConfirmDialog,
  ErrorState,
  PageHead,
  Skeleton,
  Tag,
  useText,
  useWords,
} from '@harmony/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { useLiveQueries } from '../../../lib/live.tsx'
import { OfficerOnly } from '../../../lib/officer-only.tsx'
import { paths } from '../../../lib/paths.ts'
import { useSession } from '../../../lib/session.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { AttachedFiles } from '../../files/components/attached-files.tsx'
import { type Memo, type PersonLine, scopeWord, useRecordAct } from '../api.ts'
import { HistoryCard } from '../components/history.tsx'
import { ReasonDialog } from '../components/reason-dialog.tsx'
import { TaskLinks } from '../components/task-links.tsx'
import { memoState } from '../lib/memo-state.ts'
import { memoWords } from '../memo-words.ts'
import '../record.css'
import { useMoment } from '../lib/use-moment.ts'
import { recordWords } from '../words.ts'

/** `/<agency>/memos/<id>`: one memo report, what was said to it, and what the reader does with it. */
export function MemoPage() {
  return (
    <OfficerOnly>
      <MemoOrState />
    </OfficerOnly>
  )
}

function MemoOrState() {
  const t = useWords(memoWords)
  const trpc = useTRPC()
  const session = useSession()
  const errorText = useErrorText()
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(trpc.record.memo.queryOptions({ memoId: id }))
  useLiveQueries(session.personId === null ? [] : [`inbox:${session.personId}`], [
    trpc.record.memo.queryKey({ memoId: id }),
  ])
  usePageTitle(query.data?.title ?? t('what'))
  if (query.data) return <Whole memo={query.data} />
  return (
    <>
      <h1 className="h-sr">{t('what')}</h1>
      {query.error ? (
        <ErrorState what={t('what')} reason={errorText(query.error)} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={8} />
      )}
    </>
  )
}

function Whole({ memo }: { readonly memo: Memo }) {
  const t = useWords(memoWords)
  const agency = useAgency()
  const moment = useMoment()
  const state = memoState({ state: memo.state, waiting: memo.can.acknowledge }, t)
  return (
    <>
      <PageHead
        title={memo.title}
        above={<Breadcrumb items={[{ label: t('title'), href: paths.memos(agency) }, { label: memo.title }]} />}
        actions={<Acts memo={memo} />}
      />
      <p className="r-state h-muted">
        <Tag tone={state.tone}>{state.text}</Tag>
        <span>
          {memo.person.name} → {memo.reader.name} · {moment(memo.reportedAt)}
        </span>
      </p>
      <div className="r-lay">
        <div className="r-stack">
          <Card title={t('body')} padded>
            <p className="h-prose">{memo.body}</p>
          </Card>
          <Opinions memo={memo} />
        </div>
        <div className="r-stack r-aside">
          <Facts memo={memo} />
          <HistoryCard changes={memo.changes} />
        </div>
      </div>
    </>
  )
}

function Opinions({ memo }: { readonly memo: Memo }) {
  const t = useWords(memoWords)
  const text = useText()
  const moment = useMoment()
  return (
    <Card title={t('opinions')} padded>
      {memo.opinions.length === 0 && <p className="h-muted">{t('noOpinion')}</p>}
      {memo.opinions.map((opinion) => (
        <div key={opinion.id} className="r-opinion">
          <p>{opinion.body}</p>
          <small>
            {opinion.person.name} {opinion.person.title && text(opinion.person.title)} · {moment(opinion.at)}
          </small>
        </div>
      ))}
    </Card>
  )
}

function Facts({ memo }: { readonly memo: Memo }) {
  const t = useWords(memoWords)
  const tr = useWords(recordWords)
  const text = useText()
  const moment = useMoment()
  const who = (one: PersonLine) => [one.name, one.title && text(one.title)].filter(Boolean).join(' ')
  return (
    <Card title={t('what')} padded>
      <dl className="r-facts">
        <dt>{t('person')}</dt>
        <dd>
          {who(memo.person)} · {text(memo.unit.name)}
        </dd>
        <dt>{t('reader')}</dt>
        <dd>{who(memo.reader)}</dd>
        {memo.copies.length > 0 && (
          <>
            <dt>{t('copies')}</dt>
            <dd>{memo.copies.map(who).join(', ')}</dd>
          </>
        )}
        {memo.acknowledgedAt && (
          <>
            <dt>{t('acknowledgedAt')}</dt>
            <dd>{moment(memo.acknowledgedAt)}</dd>
          </>
        )}
        <dt>{t('files')}</dt>
        <dd>
          {memo.files.length === 0 ? (
            <span className="h-muted">{t('noFiles')}</span>
          ) : (
            <AttachedFiles files={memo.files} />
          )}
        </dd>
        <dt>{tr('tasks')}</dt>
        <dd>
          <TaskLinks tasks={memo.tasks} />
        </dd>
        <dt>{tr('scope')}</dt>
        <dd>{scopeWord(memo.scope, tr)}</dd>
      </dl>
    </Card>
  )
}

function Acts({ memo }: { readonly memo: Memo }) {
  const t = useWords(memoWords)
  const trpc = useTRPC()
  const [open, setOpen] = useState<'acknowledge' | 'answer' | 'withdraw'>()
  const [key, setKey] = useState(() => crypto.randomUUID())
  const close = () => setOpen(undefined)
  const options = useRecordAct(() => {
    close()
    setKey(crypto.randomUUID())
  })
  const acknowledge = useMutation(trpc.record.acknowledgeMemo.mutationOptions(options))
  const answer = useMutation(trpc.record.answerMemo.mutationOptions(options))
  const withdraw = useMutation(trpc.record.withdrawMemo.mutationOptions(options))
  const target = { memoId: memo.id, version: memo.version }
  return (
    <>
      {memo.can.withdraw && (
        <Button icon="undo" onPress={() => setOpen('withdraw')}>
          {t('withdraw')}
        </Button>
      )}
      {memo.can.answer && (
        <Button variant={memo.can.acknowledge ? 'ter' : 'pri'} icon="chat" onPress={() => setOpen('answer')}>
          {t('answer')}
        </Button>
      )}
      {memo.can.acknowledge && (
        <Button variant="pri" icon="check" onPress={() => setOpen('acknowledge')}>
          {t('acknowledge')}
        </Button>
      )}
      <ConfirmDialog
        title={t('acknowledge')}
        confirmLabel={t('acknowledge')}
        isOpen={open === 'acknowledge'}
        isPending={acknowledge.isPending}
        onClose={close}
        onConfirm={() => acknowledge.mutate(target)}
      >
        <p>{t('acknowledgeLead')}</p>
      </ConfirmDialog>
      {open === 'answer' && (
        <ReasonDialog
          title={t('answer')}
          lead={t('answerLead')}
          label={t('opinion')}
          maxLength={4000}
          isPending={answer.isPending}
          onClose={close}
          onSubmit={(opinion) => answer.mutate({ ...target, opinion, idempotencyKey: key })}
        />
      )}
      {open === 'withdraw' && (
        <ReasonDialog
          title={t('withdraw')}
          lead={t('withdrawLead')}
          danger
          isPending={withdraw.isPending}
          onClose={close}
          onSubmit={(reason) => withdraw.mutate({ ...target, reason })}
        />
      )}
    </>
  )
}
