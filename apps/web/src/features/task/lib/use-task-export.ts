import { notify, useFormat, useText, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useErrorText } from '../../../lib/errors.ts'
import { downloadExcel } from '../../../lib/excel.ts'
import { useTRPCClient } from '../../../lib/trpc.tsx'
import { asInput, type TaskFilter } from '../api.ts'
import { useStateText } from '../components/task-state.tsx'
import { taskWords } from '../words.ts'

/** Writes everything that matches the filter, not only the page shown, as an Excel file. */
export function useTaskExport(filter: TaskFilter) {
  const t = useWords(taskWords)
  const text = useText()
  const format = useFormat()
  const client = useTRPCClient()
  const errorText = useErrorText()
  const stateOf = useStateText()
  return useMutation({
    mutationFn: async () => {
      const { rows, truncated } = await client.task.export.query(asInput(filter))
      await downloadExcel({
        name: `${t('sheet')} ${format.date(new Date())}`,
        header: [
          t('name'),
          t('managedTask'),
          t('unitTask'),
          t('unitName'),
          t('person'),
          t('year'),
          t('phase'),
          t('due'),
          `${t('progress')} (%)`,
          t('plannedHead'),
          t('status'),
          t('daysLateHead'),
          t('watched'),
        ],
        rows: rows.map((row) => [
          row.name,
          row.managedTask?.name ?? null,
          row.unitTask.name,
          text(row.unit.name),
          row.owner.name,
          row.year,
          row.next?.name ?? null,
          row.next?.dueDate ?? null,
          row.manualProgress ?? row.progress,
          row.plannedProgress,
          stateOf(row, row.phases > 0 && row.phases === row.phasesDone),
          row.daysLate,
          row.watched ? t('watched') : null,
        ]),
      })
      if (truncated) notify.info(t('truncated', { n: format.number(rows.length) }))
    },
    onError: (error) => notify.failed(errorText(error)),
  })
}
