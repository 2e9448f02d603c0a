import { Avatar } from '../components/card.tsx'
import type { ShellUser } from './user-area.tsx'

/** First letter, and beside it name and unit where there is room. */
export function UserFace({ user, compact }: { readonly user: ShellUser; readonly compact: boolean }) {
  return (
    <>
      <Avatar name={user.name} />
      {!compact && (
        <div>
          <b>{user.name}</b>
          {user.unit && <small>{user.unit}</small>}
        </div>
      )}
    </>
  )
}
