import { DateField, SegmentedToggle, Select, useWords } from '@harmony/ui'
import { DEFINITIONS, GROUPS, type ReportFilter } from '../filter.ts'
import { reportWords } from '../words.ts'

interface ReportBarProps {
  readonly filter: ReportFilter
  readonly set: (change: Partial<ReportFilter>) => void
}

/** Period, what a day is, groups. */
export function ReportBar({ filter, set }: ReportBarProps) {
  const t = useWords(reportWords)
  const reversed = filter.from > filter.to
  return (
    <div className="rp-bar h-noprint">
      <DateField label={t('from')} value={filter.from} onChange={(from) => from && set({ from })} />
      <DateField
        label={t('to')}
        value={filter.to}
        onChange={(to) => to && set({ to })}
        error={reversed ? t('reversed') : undefined}
      />
      <Select
        label={t('definition')}
        value={filter.definition}
        onChange={(definition) => set({ definition })}
        options={DEFINITIONS.map((id) => ({ id, label: t(id) }))}
      />
      <Select
        label={t('by')}
        value={filter.by}
        onChange={(by) => set({ by })}
        options={GROUPS.map((id) => ({ id, label: t(id) }))}
      />
      <SegmentedToggle
        label={t('basis')}
        value={filter.basis}
        onChange={(basis) => set({ basis })}
        options={[
          { id: 'completed', label: t('completed') },
          { id: 'received', label: t('received') },
        ]}
      />
    </div>
  )
}
