import { useEffect } from 'react'

/** Sets the browser's title: page first, then the product. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · 하모니` : '하모니'
  }, [title])
}
