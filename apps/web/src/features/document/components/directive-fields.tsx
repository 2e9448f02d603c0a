import { Button, DateField, IconButton, TextArea, useWords } from '@harmony/ui'
import { cardWords } from '../card-words.ts'
import type { DirectiveDraft } from '../lib/processing.ts'
import { PersonSearch } from './person-search.tsx'

interface DirectiveFieldsProps {
  readonly value: readonly DirectiveDraft[]
  readonly onChange: (value: readonly DirectiveDraft[]) => void
  /** True where each becomes a directive that is followed until it is done: then it has a date and a person. */
  readonly tracked: boolean
  /** Who does it unless somebody else is named. */
  readonly drafter: string
  readonly error: string | undefined
}

const MOST = 10

/** 지시내용: one or several, each with its day and who is to do it. */
export function DirectiveFields({ value, onChange, tracked, drafter, error }: DirectiveFieldsProps) {
  const t = useWords(cardWords)
  const set = (key: number, change: Partial<DirectiveDraft>) =>
    onChange(value.map((one) => (one.key === key ? { ...one, ...change } : one)))
  return (
    <div className="dc-directives">
      {value.map((one, index) => (
        <div key={one.key} className="dc-directive">
          <TextArea
            label={value.length > 1 ? t('directiveTextN', { n: index + 1 }) : t('directiveText')}
            rows={3}
            maxLength={2000}
            value={one.text}
            onChange={(text) => set(one.key, { text })}
            error={index === 0 ? error : undefined}
          />
          {tracked && (
            <div className="dc-pair">
              <DateField
                label={t('directiveDue')}
                size="md"
                value={one.dueDate}
                onChange={(dueDate) => set(one.key, { dueDate })}
              />
              <div>
                <PersonSearch
                  label={t('directivePerson', { name: one.person?.name ?? drafter })}
                  onPick={(found) => set(one.key, { person: found.person })}
                />
              </div>
            </div>
          )}
          {value.length > 1 && (
            <IconButton
              icon="close"
              label={t('directiveRemove', { n: index + 1 })}
              onPress={() => onChange(value.filter((other) => other.key !== one.key))}
            />
          )}
        </div>
      ))}
      {value.length < MOST && (
        <Button
          size="sm"
          icon="plus"
          onPress={() =>
            onChange([
              ...value,
              { key: Math.max(...value.map((one) => one.key)) + 1, text: '', dueDate: '', person: null },
            ])
          }
        >
          {t('directiveAdd')}
        </Button>
      )}
    </div>
  )
}
