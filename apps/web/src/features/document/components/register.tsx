import {
  Button,
  Card,
  DataTable,
  EmptyState,
  ErrorState,
  Link,
  notify,
  Select,
  Skeleton,
  TextField,
  useFormat,
  useText,
  useWords,
} from '@harmony/ui'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { paths } from '../../../lib/paths.ts'
import { useSession } from '../../../lib/session.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { listWords } from '../list-words.ts'
import { ReasonDialog } from './reason-dialog.tsx'

/** 문서등록대장 of one of my units and a year: every number in order, whatever it was taken for. */
export function Register() {
  const t = useWords(listWords)
  const text = useText()
  const format = useFormat()
  const agency = useAgency()
  const trpc = useTRPC()
  const errorText = useErrorText()
  const { units } = useSession()
  const [unitId, setUnitId] = useState(units[0]?.id ?? '')
  const [year, setYear] = useState(() =>
    Number(new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Seoul' }).slice(0, 4)),
  )
  const [asking, setAsking] = useState(false)
  const query = useInfiniteQuery({
    ...trpc.document.register.infiniteQueryOptions(
      { unitId, year, limit: 50 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
    enabled: unitId !== '',
  })
  const first = query.data?.pages[0]
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const years = [...new Set([year, ...(first?.years ?? [])])].sort((a, b) => b - a)
  return (
    <Card>
      <div className="dc-bar">
        <Select
          label={t('unit')}
          hideLabel
          size="md"
          value={unitId}
          onChange={setUnitId}
          options={units.map((unit) => ({ id: unit.id, label: text(unit.name) }))}
        />
        <Select
          label={t('registerYear')}
          hideLabel
          size="md"
          value={String(year)}
          onChange={(next) => setYear(Number(next))}
          options={years.map((one) => ({ id: String(one), label: String(one) }))}
        />
        {first && (
          <span className="h-muted h-xs">
            {t('registerLast', { n: first.last })}
            {first.continuedFrom !== null && ` · ${t('registerContinued', { n: first.continuedFrom })}`}
          </span>
        )}
        {first?.canContinue && (
          <Button size="sm" onPress={() => setAsking(true)}>
            {t('continue')}
          </Button>
        )}
      </div>
      {query.error && !query.data ? (
        <ErrorState what={t('register')} reason={errorText(query.error)} onRetry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <Skeleton lines={6} />
      ) : rows.length === 0 ? (
        <EmptyState title={t('registerEmpty')} />
      ) : (
        <DataTable
          caption={t('register')}
          rows={rows}
          rowKey={(row) => String(row.serial)}
          stack
          columns={[
            { id: 'number', header: t('registerNumber'), cell: (row) => row.number, rowHeader: true },
            { id: 'kind', header: t('registerKind'), cell: (row) => t(`take-${row.kind}`) },
            {
              id: 'subject',
              header: t('registerSubject'),
              cell: (row) =>
                row.subject === null ? (
                  <span className="h-muted">{t('registerHidden')}</span>
                ) : row.kind === 'document' ? (
                  <Link href={paths.document(agency, row.subject.id)}>{row.subject.title}</Link>
                ) : (
                  <Link
                    href={
                      row.kind === 'dispatch'
                        ? paths.dispatch(agency, row.subject.id)
                        : paths.reception(agency, row.subject.id)
                    }
                  >
                    {row.subject.title}
                  </Link>
                ),
            },
            { id: 'at', header: t('registerAt'), cell: (row) => format.date(row.takenAt) },
          ]}
        />
      )}
      {query.hasNextPage && (
        <div className="dc-foot">
          <Button size="sm" isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
      {asking && <ContinueDialog unitId={unitId} year={year} onClose={() => setAsking(false)} />}
    </Card>
  )
}

interface ContinueDialogProps {
  readonly unitId: string
  readonly year: number
  readonly onClose: () => void
}

/** Takes over the register that the unit kept before this product. */
function ContinueDialog({ unitId, year, onClose }: ContinueDialogProps) {
  const t = useWords(listWords)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const [typed, setTyped] = useState('')
  const last = Number(typed)
  const fine = /^\d{1,7}$/.test(typed) && last > 0
  const act = useMutation(
    trpc.document.continueRegister.mutationOptions({
      onSuccess: async () => {
        notify.done(t('continued'))
        onClose()
        await queryClient.invalidateQueries({ queryKey: trpc.document.register.pathKey() })
      },
      onError: (error) => notify.failed(errorText(error)),
    }),
  )
  return (
    <ReasonDialog
      title={t('continue')}
      lead={t('continueLead')}
      ready={fine}
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={(reason) => act.mutate({ unitId, year, last, reason })}
    >
      <TextField
        label={t('continueLast')}
        inputMode="numeric"
        value={typed}
        onChange={setTyped}
        error={typed !== '' && !fine ? t('continueWrong') : undefined}
      />
    </ReasonDialog>
  )
}
