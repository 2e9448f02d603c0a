import { Button, useFormat, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { TaskFilter } from '../api.ts'
import { instantOf } from '../lib/days.ts'
import { taskWords } from '../words.ts'

interface FilterChipsProps {
  readonly filter: TaskFilter
  readonly set: (part: Partial<TaskFilter>) => void
}

/** What a link brought along and the bar does not show: unit, managed task, objective, year, day; each can be dropped. */
export function FilterChips({ filter, set }: FilterChipsProps) {
  const t = useWords(taskWords)
  const text = useText()
  const format = useFormat()
  const trpc = useTRPC()
  const units = useQuery(trpc.identity.orgTree.queryOptions({}, { enabled: filter.unitId !== '', staleTime: 300_000 }))
  const managed = useQuery(
    trpc.task.managedTask.queryOptions({ managedTaskId: filter.managed }, { enabled: filter.managed !== '' }),
  )
  const settings = useQuery(
    trpc.task.settings.queryOptions(undefined, { enabled: filter.objective !== '', staleTime: 300_000 }),
  )
  const unit = units.data?.find((one) => one.id === filter.unitId)
  const objective = settings.data?.objectives.find((one) => one.key === filter.objective)
  const chips = [
    filter.unitId && { key: 'unit', label: unit ? text(unit.name) : t('unitName'), drop: { unitId: '' } },
    filter.managed && { key: 'managed', label: managed.data?.name ?? t('managedTask'), drop: { managed: '' } },
    filter.objective && {
      key: 'objective',
      label: objective ? text(objective.name) : t('objective'),
      drop: { objective: '' },
    },
    filter.quality && {
      key: 'quality',
      label: t(filter.quality === 'begun' ? 'qualityBegun' : 'qualityNotBegun'),
      drop: { quality: '' as const },
    },
    filter.status === 'all' &&
      (filter.state || filter.watched) && {
        key: 'status',
        label: t('closedToo'),
        drop: { status: 'active' as const },
      },
    filter.year && { key: 'year', label: t('yearOf', { year: filter.year }), drop: { year: '' } },
    filter.asOf && {
      key: 'asOf',
      label: t('asOf', { date: format.date(instantOf(filter.asOf)) }),
      drop: { asOf: '' },
    },
  ].filter((chip) => typeof chip === 'object')
  if (chips.length === 0) return null
  return (
    <ul className="tk-chips">
      {chips.map((chip) => (
        <li key={chip.key}>
          <Button
            size="sm"
            icon="close"
            aria-label={t('dropFilter', { name: chip.label })}
            onPress={() => set(chip.drop)}
          >
            {chip.label}
          </Button>
        </li>
      ))}
    </ul>
  )
}
