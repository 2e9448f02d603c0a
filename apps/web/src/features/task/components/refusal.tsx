import { Icon } from '@harmony/ui'
import type { ReactNode } from 'react'

/** Why the server refused what a form sent; the form keeps what was typed. */
export function Refusal({ children }: { readonly children: ReactNode }) {
  return (
    <p className="h-error" role="alert">
      <Icon name="warn" size={16} />
      <span>{children}</span>
    </p>
  )
}
