import { Toaster } from '@harmony/ui'
import { RouterProvider } from '@tanstack/react-router'
import { router } from './router.tsx'

/** The portal: routes and toasts. */
export function App() {
  return (
    <>
      <RouterProvider router={router} />
      <Toaster />
    </>
  )
}
