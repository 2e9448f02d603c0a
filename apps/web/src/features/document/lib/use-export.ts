import { useFormat, useText, useWords } from '@harmony/ui'
import { downloadExcel } from '../../../lib/excel.ts'
import type { InboxRow } from '../api.ts'
import { inboxWords } from '../inbox-words.ts'
import { documentWords } from '../words.ts'

/** Writes the rows of the 결재함 that are in sight as an Excel file. */
export function useInboxExport() {
  const t = useWords(inboxWords)
  const d = useWords(documentWords)
  const text = useText()
  const format = useFormat()
  return (rows: readonly InboxRow[]) =>
    downloadExcel({
      name: `${t('sheet')} ${format.date(new Date())}`,
      header: [
        d('number'),
        d('title'),
        d('kind'),
        d('unit'),
        t('drafter'),
        d('state'),
        t('waitingFor'),
        d('grade'),
        t('at'),
      ],
      rows: rows.map((row) => [
        row.number,
        row.title,
        text(row.kind.name),
        text(row.unit.name),
        row.drafter.name,
        d(`state-${row.state}`),
        row.waitingFor.map((person) => person.name).join(', '),
        row.grade,
        new Date(row.at),
      ]),
    })
}
