import { notify, useFormat, useText, useWords } from '@harmony/ui'
import { useState } from 'react'
import { useErrorText } from '../../../lib/errors.ts'
import { downloadExcel } from '../../../lib/excel.ts'
import { useTRPCClient } from '../../../lib/trpc.tsx'
import { listWords } from '../list-words.ts'
import { documentWords } from '../words.ts'
import type { listInput } from './list-filter.ts'

/** Writes everything under the present filter as an Excel file, up to what the api gives at once. */
export function useListExport(input: ReturnType<typeof listInput>) {
  const t = useWords(listWords)
  const d = useWords(documentWords)
  const text = useText()
  const format = useFormat()
  const client = useTRPCClient()
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    try {
      const { rows, cut } = await client.document.export.query(input)
      await downloadExcel({
        name: `${t('title')} ${format.date(new Date())}`,
        header: [
          d('number'),
          d('title'),
          d('kind'),
          d('state'),
          d('unit'),
          t('mine'),
          t('approver'),
          d('grade'),
          t('disclosure'),
          t('retention'),
          t('knowledge'),
          t('unitTask'),
          t('at'),
        ],
        rows: rows.map((row) => [
          row.number,
          row.title,
          text(row.kind.name),
          d(`state-${row.state}`),
          text(row.unit.name),
          row.drafter.name,
          row.approver,
          row.grade,
          d(`open-${row.disclosure}`),
          d(`keep-${row.retention}`),
          text(row.knowledgeCategory),
          row.unitTask,
          new Date(row.at),
        ]),
      })
      if (cut) notify.info(t('exportCut', { n: rows.length }))
    } catch (error) {
      notify.failed(errorText(error))
    } finally {
      setBusy(false)
    }
  }
  return { run, busy }
}
