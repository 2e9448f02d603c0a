import { Button } from 'react-aria-components'
import { Icon } from '../components/icon.tsx'
import { Menu } from '../components/overlay.tsx'
import { useWords } from '../i18n/words.ts'
import { uiWords } from '../words.ts'
import type { ShellUser } from './user-area.tsx'
import { UserFace } from './user-face.tsx'

/** The signed-in person's menu. */
export function UserMenu({ user, compact }: { readonly user: ShellUser; readonly compact: boolean }) {
  const t = useWords(uiWords)
  return (
    <Menu
      label={t('myMenu')}
      entries={user.entries}
      trigger={
        <Button className="h-me">
          <UserFace user={user} compact={compact} />
          <span className="h-sr">
            {compact ? `${user.name}, ` : ''}
            {t('myMenu')}
          </span>
          {!compact && <Icon name="down" size={16} />}
        </Button>
      }
    />
  )
}
