import { ComboBox, Select, useText } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../lib/trpc.tsx'

export interface UnitPickProps {
  readonly label: string
  readonly value: string | null
  readonly onChange: (unitId: string) => void
  readonly error?: string | undefined
}

/** A unit of the agency, found by typing. */
export function UnitPick({ label, value, onChange, error }: UnitPickProps) {
  const text = useText()
  const trpc = useTRPC()
  const units = useQuery(trpc.identity.orgTree.queryOptions({}, { staleTime: 300_000 }))
  const options = (units.data ?? [])
    .filter((unit) => unit.kind !== 'agency')
    .map((unit) => ({ id: unit.id, label: text(unit.name) }))
  return <ComboBox label={label} value={value} onChange={onChange} options={options} error={error} />
}

export interface PersonPickProps {
  readonly label: string
  readonly unitId: string
  readonly value: string | null
  readonly onChange: (personId: string, name: string) => void
  readonly error?: string | undefined
}

/** One of the people of a unit. */
export function PersonPick({ label, unitId, value, onChange, error }: PersonPickProps) {
  const text = useText()
  const trpc = useTRPC()
  const members = useQuery(trpc.identity.members.queryOptions({ unitId }, { enabled: unitId !== '' }))
  const people = members.data ?? []
  return (
    <Select
      label={label}
      value={value}
      onChange={(id) => onChange(id, people.find((one) => one.personId === id)?.name ?? '')}
      options={people.map((one) => ({ id: one.personId, label: one.name, hint: text(one.title) }))}
      error={error}
      isDisabled={unitId === ''}
    />
  )
}
