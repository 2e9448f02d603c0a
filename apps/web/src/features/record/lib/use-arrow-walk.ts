import { type KeyboardEvent, useCallback } from 'react'

/**
 * Arrow keys in a grid of days: up and down among the entries of a day, left and right to the entry of the next day
 * that lies nearest. Tab keeps its own order.
 */
export function useArrowWalk(): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback((event) => {
    const { target } = event
    if (!(target instanceof HTMLElement) || !target.matches('.s-entry')) return
    const days = [...event.currentTarget.querySelectorAll('.s-day')].map((day) => [
      ...day.querySelectorAll<HTMLElement>('.s-entry'),
    ])
    const at = days.findIndex((day) => day.includes(target))
    const day = days[at] ?? []
    const steps: Readonly<Record<string, () => HTMLElement | undefined>> = {
      ArrowDown: () => day[day.indexOf(target) + 1],
      ArrowUp: () => day[day.indexOf(target) - 1],
      ArrowLeft: () =>
        nearest(
          days.slice(0, at).findLast((one) => one.length > 0),
          target,
        ),
      ArrowRight: () =>
        nearest(
          days.slice(at + 1).find((one) => one.length > 0),
          target,
        ),
    }
    const next = steps[event.key]?.()
    if (next === undefined) return
    event.preventDefault()
    next.focus()
  }, [])
}

function nearest(day: readonly HTMLElement[] | undefined, from: HTMLElement): HTMLElement | undefined {
  const top = from.getBoundingClientRect().top
  const away = (one: HTMLElement) => Math.abs(one.getBoundingClientRect().top - top)
  return day?.toSorted((a, b) => away(a) - away(b))[0]
}
