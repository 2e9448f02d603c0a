import { Select, TextField, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../lib/trpc.tsx'
import { inboxWords } from '../inbox-words.ts'
import type { InboxFilter } from '../lib/inbox-filter.ts'
import { useTyped } from '../lib/use-typed.ts'
import { documentWords } from '../words.ts'

interface InboxBarProps {
  readonly filter: InboxFilter
  readonly set: (change: Partial<InboxFilter>) => void
}

const EVERY = 'every'

/** Narrows the box: by what is asked, by kind, by words. */
export function InboxBar({ filter, set }: InboxBarProps) {
  const t = useWords(inboxWords)
  const d = useWords(documentWords)
  const text = useText()
  const trpc = useTRPC()
  const kinds = useQuery(trpc.document.kinds.queryOptions(undefined, { staleTime: 300_000 })).data?.kinds ?? []
  const [typed, setTyped] = useTyped(filter.search, (search) => set({ search }))
  return (
    <div className="dc-bar">
      <Select
        label={t('role')}
        hideLabel
        size="md"
        value={filter.role ?? EVERY}
        onChange={(role) => set({ role: role === EVERY ? null : role })}
        options={[
          { id: EVERY, label: t('everyRole') },
          ...(['review', 'consent', 'approve'] as const).map((id) => ({ id, label: d(`role-${id}`) })),
        ]}
      />
      <Select
        label={t('kind')}
        hideLabel
        size="md"
        value={filter.kindKey || EVERY}
        onChange={(kindKey) => set({ kindKey: kindKey === EVERY ? '' : kindKey })}
        options={[
          { id: EVERY, label: t('everyKind') },
          ...kinds.map((kind) => ({ id: kind.key, label: text(kind.name) })),
        ]}
      />
      <div className="grow">
        <TextField
          label={t('search')}
          hideLabel
          size="md"
          type="search"
          placeholder={t('search')}
          value={typed}
          onChange={setTyped}
        />
      </div>
    </div>
  )
}
