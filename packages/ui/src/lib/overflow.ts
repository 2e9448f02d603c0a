import { type RefObject, useEffect, useState } from 'react'

/** Whether an element's content is wider than the element, so that it scrolls sideways. Follows changes of size. */
export function useOverflows(place: RefObject<HTMLElement | null>): boolean {
  const [overflows, setOverflows] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const watch = new ResizeObserver(() =>
      setOverflows(
        element.scrollWidth > element.clientWidth + 1 ||
          (getComputedStyle(element).maxHeight !== 'none' && element.scrollHeight > element.clientHeight + 1),
      ),
    )
    watch.observe(element)
    if (element.firstElementChild) watch.observe(element.firstElementChild)
    return () => watch.disconnect()
  })
  return overflows
}
