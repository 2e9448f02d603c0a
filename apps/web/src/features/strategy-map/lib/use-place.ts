import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

/** Where on the map one is: unit, month, past day. All of it stands in the address. */
export interface MapPlace {
  readonly unitId: string | undefined
  readonly periodKey: string | undefined
  readonly asOf: string | undefined
  readonly known: 'then' | 'now' | undefined
  readonly objective: string | undefined
  readonly view: 'map' | 'table'
  /** What an api call takes of it; empty parts left out. */
  readonly input: { unitId?: string; periodKey?: string; asOf?: string; known?: 'then' | 'now' }
  /** The same as an address's search, for links to the score's page. */
  readonly search: Readonly<Record<string, string | undefined>>
}

type Change = Partial<Record<'unit' | 'period' | 'asOf' | 'known' | 'objective' | 'view', string | undefined>>

const PERIOD = /^\d{4}-(0[1-9]|1[0-2])$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const ID = /^[0-9a-f-]{36}$/

function only(value: string | undefined, pattern: RegExp): string | undefined {
  return value && pattern.test(value) ? value : undefined
}

/** Reads the place out of the address and gives a setter that writes it back. */
export function usePlace(): readonly [MapPlace, (change: Change) => void] {
  const raw = useSearch({ strict: false })
  const navigate = useNavigate()
  const place = useMemo<MapPlace>(() => {
    const unitId = only(raw.unit, ID)
    const periodKey = only(raw.period, PERIOD)
    const asOf = only(raw.asOf, DAY)
    const known = asOf ? (raw.known === 'now' ? 'now' : 'then') : undefined
    return {
      unitId,
      periodKey,
      asOf,
      known,
      objective: raw.objective,
      view: raw.view === 'table' ? 'table' : 'map',
      input: {
        ...(unitId ? { unitId } : {}),
        ...(periodKey ? { periodKey } : {}),
        ...(asOf ? { asOf } : {}),
        ...(known ? { known } : {}),
      },
      search: { unit: unitId, period: periodKey, asOf, known },
    }
  }, [raw.unit, raw.period, raw.asOf, raw.known, raw.objective, raw.view])
  const change = useCallback(
    (next: Change) =>
      void navigate({
        to: '.',
        search: (before: Readonly<Record<string, string | undefined>>) => {
          const merged = { ...before, ...next }
          return Object.fromEntries(Object.entries(merged).filter(([, value]) => value))
        },
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  return [place, change]
}
