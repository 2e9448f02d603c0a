import { Breadcrumb, Button, Note, PageHead, Tag, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { OfficerOnly } from '../../../lib/officer-only.tsx'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { UnitTask } from '../api.ts'
import { AttributesCard } from '../components/attributes-card.tsx'
import { CardsCard } from '../components/cards-card.tsx'
import { CasesCard } from '../components/cases-card.tsx'
import { DocumentsCard } from '../components/documents-card.tsx'
import { HistoryCard } from '../components/history-card.tsx'
import { PeopleCard } from '../components/people-card.tsx'
import { PlacementsCard } from '../components/placements-card.tsx'
import { RelatedCards } from '../components/related-cards.tsx'
import '../functions.css'
import '../manual.css'
import { manualWords } from '../manual-words.ts'
import { functionWords } from '../words.ts'

const EditDialog = lazy(() =>
  import('../components/edit-dialog.tsx').then((module) => ({ default: module.EditDialog })),
)

/** `/<agency>/functions/tasks/<id>`: a unit task as the work manual (R3). */
export function UnitTaskPage() {
  return (
    <OfficerOnly>
      <UnitTaskScreen />
    </OfficerOnly>
  )
}

function UnitTaskScreen() {
  const t = useWords(manualWords)
  const trpc = useTRPC()
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(trpc.brm.unitTask.queryOptions({ unitTaskId: id }))
  usePageTitle(query.data?.name ?? t('title'))
  return (
    <>
      {query.data === undefined && <PageHead title={t('title')} />}
      <QueryPanel query={query} what={t('title')} lines={10}>
        {(task) => <Manual task={task} />}
      </QueryPanel>
    </>
  )
}

function Manual({ task }: { readonly task: UnitTask }) {
  const t = useWords(manualWords)
  const f = useWords(functionWords)
  const agency = useAgency()
  const [editing, setEditing] = useState(false)
  const crumbs = [
    { label: f('title'), href: paths.functions(agency) },
    ...task.ancestors.map(({ id, name }) => ({ label: name, href: paths.functions(agency, { node: id }) })),
  ]
  return (
    <>
      <PageHead
        title={task.name}
        above={<Breadcrumb items={crumbs} />}
        actions={
          <>
            {task.mayEdit && (
              <Button variant="pri" onPress={() => setEditing(true)}>
                {t('edit')}
              </Button>
            )}
            <Button icon="print" onPress={() => window.print()}>
              {t('print')}
            </Button>
          </>
        }
      />
      <div className="h-stack">
        {!task.active && (
          <Note tone="amber">
            <Tag tone="amber">{t('ended')}</Tag> {t('endedNote')}
          </Note>
        )}
        <div className="f-manual">
          <div className="h-stack">
            <AttributesCard task={task} />
            <RelatedCards task={task} />
            <CardsCard unitTaskId={task.id} />
            <DocumentsCard unitTaskId={task.id} />
            <CasesCard serviceKeys={task.serviceKeys} />
          </div>
          <div className="h-stack">
            <PeopleCard unitTaskId={task.id} />
            <PlacementsCard task={task} />
            <HistoryCard task={task} />
          </div>
        </div>
      </div>
      {editing && (
        <Suspense>
          <EditDialog task={task} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </>
  )
}
