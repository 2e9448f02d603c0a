import type { ReactNode } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { useLocale } from './setup.ts'

export interface UiProviderProps {
  /** Goes to an address inside the application without a reload. */
  readonly navigate: (href: string) => void
  readonly children: ReactNode
}

/** Gives the components the language in use and the application's way of going somewhere. */
export function UiProvider({ navigate, children }: UiProviderProps) {
  const [locale] = useLocale()
  return (
    <I18nProvider locale={locale === 'en' ? 'en-US' : 'ko-KR'}>
      <RouterProvider navigate={navigate}>{children}</RouterProvider>
    </I18nProvider>
  )
}
