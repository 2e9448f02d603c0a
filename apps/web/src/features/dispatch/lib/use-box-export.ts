import { notify, type Sheet, useFormat, useText, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useErrorText } from '../../../lib/errors.ts'
import { downloadExcel } from '../../../lib/excel.ts'
import { useTRPCClient } from '../../../lib/trpc.tsx'
import type { DispatchRow, ReceptionRow } from '../api.ts'
import { listWords } from '../list-words.ts'
import { dispatchWords } from '../words.ts'
import { type BoxFilter, receivedInput, sentInput, showsReceived } from './filter.ts'

const MOST = 5_000
const AT_ONCE = 100

/** Writes everything that matches the filter, not only the rows shown, as an Excel file. */
export function useBoxExport(filter: BoxFilter) {
  const t = useWords(listWords)
  const format = useFormat()
  const client = useTRPCClient()
  const errorText = useErrorText()
  const sent = useSentSheet()
  const received = useReceivedSheet()
  return useMutation({
    mutationFn: async () => {
      const name = `${t(filter.box)} ${format.date(new Date())}`
      const page = { limit: AT_ONCE }
      const { sheet, more } = showsReceived(filter)
        ? await all((at) => client.dispatch.receptions.query({ ...receivedInput(filter), ...page, ...at }), received)
        : await all((at) => client.dispatch.list.query({ ...sentInput(filter), ...page, ...at }), sent)
      await downloadExcel({ name, ...sheet })
      if (more) notify.info(t('truncated', { n: format.number(MOST) }))
    },
    onError: (error) => notify.failed(errorText(error)),
  })
}

type Rows = Omit<Sheet, 'name'>

/** Reads page after page until there is no more, or the most that one file takes. */
async function all<T>(
  read: (at: { cursor?: string }) => Promise<{ rows: T[]; nextCursor: string | null }>,
  sheetOf: (rows: readonly T[]) => Rows,
): Promise<{ sheet: Rows; more: boolean }> {
  const rows: T[] = []
  let cursor: string | null = null
  do {
    const page: { rows: T[]; nextCursor: string | null } = await read(cursor === null ? {} : { cursor })
    rows.push(...page.rows)
    cursor = page.nextCursor
  } while (cursor !== null && rows.length < MOST)
  return { sheet: sheetOf(rows), more: cursor !== null }
}

function useSentSheet() {
  const t = useWords(listWords)
  const d = useWords(dispatchWords)
  const text = useText()
  return (rows: readonly DispatchRow[]): Rows => ({
    header: [
      t('number'),
      t('subject'),
      t('document'),
      t('receivers'),
      t('unit'),
      t('drafter'),
      t('approvedAt'),
      t('releasedAt'),
      t('state'),
    ],
    rows: rows.map((row) => [
      row.number,
      row.title,
      row.documentNumber,
      row.receivers.of > 1
        ? t('receiversMore', { first: text(row.receivers.first), n: row.receivers.of - 1 })
        : text(row.receivers.first),
      text(row.unit.name),
      row.drafter.name,
      new Date(row.approvedAt),
      row.releasedAt === null ? null : new Date(row.releasedAt),
      d(`sent-${row.state}`),
    ]),
  })
}

function useReceivedSheet() {
  const t = useWords(listWords)
  const d = useWords(dispatchWords)
  const text = useText()
  return (rows: readonly ReceptionRow[]): Rows => ({
    header: [
      t('receptionNumber'),
      t('subject'),
      t('sender'),
      t('number'),
      t('unit'),
      t('person'),
      t('arrivedAt'),
      t('receivedAt'),
      t('state'),
    ],
    rows: rows.map((row) => [
      row.number,
      row.title,
      row.sender.sameAgency ? text(row.sender.unit) : `${text(row.sender.agency)} ${text(row.sender.unit)}`,
      row.sender.number,
      text(row.unit.name),
      row.person?.name ?? null,
      new Date(row.arrivedAt),
      row.receivedAt === null ? null : new Date(row.receivedAt),
      row.recalled ? `${d(`in-${row.state}`)} (${d('recalled')})` : d(`in-${row.state}`),
    ]),
  })
}
