import { IconButton, useWords } from '@harmony/ui'
import { type ReactNode, useId } from 'react'
import { draftWords } from '../draft-words.ts'

interface ChosenProps {
  readonly label: string
  readonly items: readonly { readonly id: string; readonly name: string; readonly note?: string }[]
  readonly onRemove: (id: string) => void
  /** The way to add another. */
  readonly children: ReactNode
  readonly empty?: string
}

/** What has been chosen, each with a way to take it out again, and the search for more. */
export function Chosen({ label, items, onRemove, children, empty }: ChosenProps) {
  const t = useWords(draftWords)
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a border and a legend of its own
    <div className="dc-chosen" role="group" aria-labelledby={id}>
      <span className="h-label" id={id}>
        {label}
      </span>
      {items.length > 0 ? (
        <ul className="dc-plain">
          {items.map((item) => (
            <li key={item.id}>
              <span>
                {item.name}
                {item.note && <small className="h-muted">{item.note}</small>}
              </span>
              <IconButton icon="close" label={t('untie', { name: item.name })} onPress={() => onRemove(item.id)} />
            </li>
          ))}
        </ul>
      ) : (
        empty && <p className="h-hint">{empty}</p>
      )}
      {children}
    </div>
  )
}
