import { useLocale } from '@harmony/ui'
import { useEffect } from 'react'

const PRODUCT = { ko: '하모니', en: 'Harmony' } as const

/** Sets the browser's title in the reader's language: page first, then the product. */
export function usePageTitle(title: string): void {
  const [locale] = useLocale()
  useEffect(() => {
    document.title = title ? `${title} · ${PRODUCT[locale]}` : PRODUCT[locale]
  }, [title, locale])
}
