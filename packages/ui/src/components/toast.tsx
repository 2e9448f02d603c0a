import { lazy, Suspense, useEffect, useState } from 'react'

const load = () => import('sonner')
const SonnerToaster = lazy(() => load().then(({ Toaster: default_ }) => ({ default: default_ })))

/** Where toasts appear. Put once near the root; loaded after the page has drawn. */
export function Toaster() {
  const [wanted, setWanted] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setWanted(true), 1000)
    return () => clearTimeout(timer)
  }, [])
  if (!wanted) return null
  return (
    <Suspense>
      <SonnerToaster position="bottom-center" offset={24} mobileOffset={{ bottom: 76 }} visibleToasts={3} />
    </Suspense>
  )
}

/** Says briefly that something happened. Never the only place for an error that needs an act. */
export const notify = {
  done: (text: string) => void load().then(({ toast }) => toast.success(text)),
  failed: (text: string) => void load().then(({ toast }) => toast.error(text, { duration: 8000 })),
  info: (text: string) => void load().then(({ toast }) => toast(text)),
}
