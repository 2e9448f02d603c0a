import { Button } from 'react-aria-components'
import { Icon } from '../components/icon.tsx'
import { Menu } from '../components/overlay.tsx'
import { useWords } from '../i18n/words.ts'
import { uiWords } from '../words.ts'
import type { NavItem } from './officer-shell.tsx'

/** The last button of the phone's bottom bar: every page of the menu, with what waits there. */
export function AllPages({ items }: { readonly items: readonly NavItem[] }) {
  const t = useWords(uiWords)
  return (
    <Menu
      label={t('allPages')}
      trigger={
        <Button>
          <Icon name="menu" size={22} />
          {t('allPages')}
        </Button>
      }
      entries={items.map((item) => ({
        id: item.href,
        label: item.label,
        icon: item.icon,
        href: item.href,
        ...(item.count ? { hint: t('count', { n: item.count }) } : {}),
      }))}
    />
  )
}
