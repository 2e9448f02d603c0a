import { Toaster } from '@harmony/ui'
import { RouterProvider } from '@tanstack/react-router'
import { router } from './router.tsx'

/** The bureau's console. */
export function App() {
  return (
    <>
      <RouterProvider router={router} />
      <Toaster />
    </>
  )
}
