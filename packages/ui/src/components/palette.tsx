import { useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Heading,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { useWords } from '../i18n/words.ts'
import { matchHangul } from '../lib/hangul.ts'
import { uiWords } from '../words.ts'
import { Icon, type IconName } from './icon.tsx'

export interface PaletteItem {
  readonly id: string
  /** Heading it stands under: pages, petitions, people. */
  readonly group: string
  readonly label: string
  readonly hint?: string
  /** Further words it is found by. */
  readonly also?: string
  readonly icon?: IconName
  readonly onChoose: () => void
}

export interface PaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly items: readonly PaletteItem[]
  /** Told what is typed, so that the caller can fetch more. */
  readonly onQuery?: (query: string) => void
}

/** Go anywhere by typing (Ctrl+K); Korean initials work. */
export function Palette({ isOpen, onClose, items, onQuery }: PaletteProps) {
  const t = useWords(uiWords)
  const [query, setQuery] = useState('')
  const found = items
    .filter((item) => matchHangul(query, `${item.label} ${item.hint ?? ''} ${item.also ?? ''}`))
    .slice(0, 40)
  const groups = [...new Set(found.map((item) => item.group))]
  const close = () => {
    setQuery('')
    onClose()
  }
  return (
    <ModalOverlay className="h-overlay" isDismissable isOpen={isOpen} onOpenChange={(open) => open || close()}>
      <Modal className="h-modal h-palette">
        <Dialog>
          <Heading slot="title" level={2} className="h-sr">
            {t('paletteTitle')}
          </Heading>
          <Autocomplete
            inputValue={query}
            onInputChange={(next) => {
              setQuery(next)
              onQuery?.(next)
            }}
          >
            <SearchField autoFocus>
              <Label className="h-sr">{t('search')}</Label>
              <div className="h-find">
                <Icon name="search" />
                <Input placeholder={t('palettePlaceholder')} />
                <kbd>Esc</kbd>
              </div>
            </SearchField>
            <div className="h-results">
              <ListBox
                className="h-list"
                aria-label={t('paletteTitle')}
                renderEmptyState={() => <div className="h-list-empty">{t('noMatches')}</div>}
                onAction={(key) => {
                  close()
                  items.find((item) => item.id === key)?.onChoose()
                }}
              >
                {groups.map((group) => (
                  <ListBoxSection key={group} id={group}>
                    <Header>{group}</Header>
                    {found
                      .filter((item) => item.group === group)
                      .map((item) => (
                        <ListBoxItem key={item.id} id={item.id} textValue={item.label} className="h-opt">
                          {item.icon && <Icon name={item.icon} size={18} />}
                          <span>
                            {item.label}
                            {item.hint && <small>{item.hint}</small>}
                          </span>
                        </ListBoxItem>
                      ))}
                  </ListBoxSection>
                ))}
              </ListBox>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
