import type { Sheet } from '@harmony/ui'

/** Writes a table as an .xlsx file and hands it to the browser. The writer is loaded only now. */
export async function downloadExcel(sheet: Sheet): Promise<void> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser')
  const head = sheet.header.map((value) => ({ value, fontWeight: 'bold' as const }))
  const rows = sheet.rows.map((row) =>
    row.map((value) => (value instanceof Date ? { value, format: 'yyyy-mm-dd hh:mm' } : { value: value ?? '' })),
  )
  await writeXlsxFile([head, ...rows], { sheet: sheet.name.slice(0, 31) }).toFile(`${sheet.name}.xlsx`)
}
