import { lazy, Suspense } from 'react'
import { Icon } from '../components/icon.tsx'
import type { MenuEntry } from '../components/overlay.tsx'
import { UserFace } from './user-face.tsx'

/** Menus are a fifth of the first load; nobody opens this one in the first second. */
const UserMenu = lazy(() => import('./user-menu.tsx').then((module) => ({ default: module.UserMenu })))

export interface ShellUser {
  readonly name: string
  /** Team, or role. */
  readonly unit?: string
  readonly entries: readonly MenuEntry[]
}

/** The signed-in person in the shell's head; the menu comes in behind. */
export function UserArea({ user, compact = false }: { readonly user: ShellUser; readonly compact?: boolean }) {
  return (
    <Suspense
      fallback={
        <div className="h-me">
          <UserFace user={user} compact={compact} />
          {!compact && <Icon name="down" size={16} />}
        </div>
      }
    >
      <UserMenu user={user} compact={compact} />
    </Suspense>
  )
}
