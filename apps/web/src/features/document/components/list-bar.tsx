import { ComboBox, DateField, Select, TextField, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { ListFilter } from '../lib/list-filter.ts'
import { useTyped } from '../lib/use-typed.ts'
import { listWords } from '../list-words.ts'
import { DISCLOSURES, GRADES, RETENTIONS, STATES } from '../vocabulary.ts'
import { documentWords } from '../words.ts'

interface ListBarProps {
  readonly filter: ListFilter
  readonly set: (change: Partial<ListFilter>) => void
}

const EVERY = 'every'

/** Narrows 문서함: words, state, kind, unit, drafter, days; the rest under 자세한 조건. */
export function ListBar({ filter, set }: ListBarProps) {
  const t = useWords(listWords)
  const d = useWords(documentWords)
  const text = useText()
  const trpc = useTRPC()
  const kinds = useQuery(trpc.document.kinds.queryOptions(undefined, { staleTime: 300_000 })).data
  const units = useQuery(trpc.identity.orgTree.queryOptions({}, { staleTime: 300_000 })).data ?? []
  const [typed, setTyped] = useTyped(filter.search, (search) => set({ search }))
  const narrowed = filter.disclosure ?? filter.retention ?? filter.grade ?? (filter.knowledge || null)
  return (
    <>
      <div className="dc-bar">
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
        <Select
          label={t('state')}
          hideLabel
          size="md"
          value={filter.state ?? EVERY}
          onChange={(state) => set({ state: state === EVERY ? null : state })}
          options={[{ id: EVERY, label: t('everyState') }, ...STATES.map((id) => ({ id, label: d(`state-${id}`) }))]}
        />
        <Select
          label={t('kind')}
          hideLabel
          size="md"
          value={filter.kindKey || EVERY}
          onChange={(kindKey) => set({ kindKey: kindKey === EVERY ? '' : kindKey })}
          options={[
            { id: EVERY, label: t('everyKind') },
            ...(kinds?.kinds ?? []).map((kind) => ({ id: kind.key, label: text(kind.name) })),
          ]}
        />
        <Select
          label={t('mine')}
          hideLabel
          size="md"
          value={filter.mine ? 'mine' : EVERY}
          onChange={(who) => set({ mine: who === 'mine' })}
          options={[
            { id: EVERY, label: t('everyone') },
            { id: 'mine', label: t('onlyMine') },
          ]}
        />
      </div>
      <details
        className="dc-more"
        open={narrowed !== null || filter.unitId !== '' || filter.from !== '' || filter.to !== ''}
      >
        <summary>{t('moreFilters')}</summary>
        <div className="dc-bar">
          <ComboBox
            label={t('unit')}
            size="md"
            value={filter.unitId || EVERY}
            onChange={(unitId) => set({ unitId: unitId === EVERY ? '' : unitId })}
            options={[
              { id: EVERY, label: t('everyUnit') },
              ...units.map((unit) => ({ id: unit.id, label: text(unit.name) })),
            ]}
          />
          <DateField label={t('from')} size="md" value={filter.from} onChange={(from) => set({ from })} />
          <DateField label={t('to')} size="md" value={filter.to} onChange={(to) => set({ to })} />
          <Select
            label={d('grade')}
            size="md"
            value={filter.grade ?? EVERY}
            onChange={(grade) => set({ grade: grade === EVERY ? null : grade })}
            options={[{ id: EVERY, label: t('everyGrade') }, ...GRADES.map((id) => ({ id, label: id }))]}
          />
          <Select
            label={t('disclosure')}
            size="md"
            value={filter.disclosure ?? EVERY}
            onChange={(disclosure) => set({ disclosure: disclosure === EVERY ? null : disclosure })}
            options={[
              { id: EVERY, label: t('everyDisclosure') },
              ...DISCLOSURES.map((id) => ({ id, label: d(`open-${id}`) })),
            ]}
          />
          <Select
            label={t('retention')}
            size="md"
            value={filter.retention ?? EVERY}
            onChange={(retention) => set({ retention: retention === EVERY ? null : retention })}
            options={[
              { id: EVERY, label: t('everyRetention') },
              ...RETENTIONS.map((id) => ({ id, label: d(`keep-${id}`) })),
            ]}
          />
          <Select
            label={t('knowledge')}
            size="md"
            value={filter.knowledge || EVERY}
            onChange={(knowledge) => set({ knowledge: knowledge === EVERY ? '' : knowledge })}
            options={[
              { id: EVERY, label: t('everyKnowledge') },
              ...(kinds?.knowledgeCategories ?? []).map((one) => ({ id: one.key, label: text(one.name) })),
            ]}
          />
        </div>
      </details>
    </>
  )
}
