import { Toaster as SonnerToaster, toast } from 'sonner'

/** Where toasts appear. Put once near the root. */
export function Toaster() {
  return <SonnerToaster position="bottom-center" offset={24} mobileOffset={{ bottom: 76 }} visibleToasts={3} />
}

/** Says briefly that something happened. Never the only place for an error that needs an act. */
export const notify = {
  done: (text: string) => toast.success(text),
  failed: (text: string) => toast.error(text, { duration: 8000 }),
  info: (text: string) => toast(text),
}
