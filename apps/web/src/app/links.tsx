import { UiProvider } from '@harmony/ui'
import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** Lets the design system's links and menus navigate inside the application. */
export function Links({ children }: { readonly children: ReactNode }) {
  const { history } = useRouter()
  return <UiProvider navigate={(href) => history.push(href)}>{children}</UiProvider>
}
