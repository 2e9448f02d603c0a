import { Button, Card, notify, PageHead, RadioGroup, Select, useText, useWords } from '@harmony/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { OfficerOnly } from '../../../lib/officer-only.tsx'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { DocumentKinds } from '../api.ts'
import '../document.css'
import { draftWords } from '../draft-words.ts'

/**
 * `/<agency>/documents/new`: chooses the kind, then opens the draft. The address may say what it begins with: `kind`,
 * `unit`, `task` (card), `unitTask`, `from` (a document to copy), `supersedes` (one it takes the place of).
 */
export function NewDocumentPage() {
  const t = useWords(draftWords)
  const trpc = useTRPC()
  const kinds = useQuery(trpc.document.kinds.queryOptions(undefined, { staleTime: 300_000 }))
  usePageTitle(t('new'))
  return (
    <OfficerOnly>
      <PageHead title={t('pickKind')} above={<p className="h-muted h-xs">{t('new')}</p>} />
      <QueryPanel query={kinds} what={t('kinds')} lines={8}>
        {(found) => <KindForm kinds={found} />}
      </QueryPanel>
    </OfficerOnly>
  )
}

function KindForm({ kinds }: { readonly kinds: DocumentKinds }) {
  const t = useWords(draftWords)
  const text = useText()
  const trpc = useTRPC()
  const agency = useAgency()
  const search = useSearch({ strict: false })
  const { history } = useRouter()
  const errorText = useErrorText()
  const known = kinds.kinds.find((kind) => kind.key === search['kind'])
  const [kindKey, setKindKey] = useState(known?.key ?? kinds.kinds[0]?.key ?? '')
  const [unitId, setUnitId] = useState(search['unit'] ?? kinds.units[0]?.id ?? '')
  const [key] = useState(() => crypto.randomUUID())
  const create = useMutation(
    trpc.document.create.mutationOptions({
      onSuccess: (made) => history.replace(paths.document(agency, made.documentId)),
      onError: (error) => notify.failed(errorText(error)),
    }),
  )
  const { task, unitTask, from, supersedes } = search
  return (
    <Card padded>
      <div className="dc-form">
        <p className="h-muted">{t('pickLead')}</p>
        {kinds.units.length > 1 && (
          <Select
            label={t('forUnit')}
            value={unitId}
            onChange={setUnitId}
            options={kinds.units.map((unit) => ({ id: unit.id, label: text(unit.name) }))}
          />
        )}
        <div className="dc-kinds">
          <RadioGroup
            label={t('kinds')}
            look="cards"
            value={kindKey}
            onChange={setKindKey}
            options={kinds.kinds.map((kind) => ({
              id: kind.key,
              label: text(kind.name),
              hint: [text(kind.description), kind.graded ? t('graded') : '', kind.dispatched ? t('dispatched') : '']
                .filter(Boolean)
                .join(' · '),
            }))}
          />
        </div>
        <div className="h-row">
          <Button
            variant="pri"
            size="lg"
            isPending={create.isPending}
            onPress={() =>
              create.mutate({
                kindKey,
                ...(unitId ? { unitId } : {}),
                taskCardIds: task ? [task] : [],
                ...(unitTask ? { unitTaskId: unitTask } : {}),
                ...(from ? { basedOnId: from } : {}),
                ...(supersedes ? { supersedesId: supersedes } : {}),
                idempotencyKey: key,
              })
            }
          >
            {t('begin')}
          </Button>
        </div>
      </div>
    </Card>
  )
}
