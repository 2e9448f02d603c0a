import { Card, DataTable, useText, useWords } from '@harmony/ui'
import type { Release, Work } from '../lib/model.ts'
import { workWords } from '../work-words.ts'
import { DocumentKindCard } from './document-kind-card.tsx'

/** What a release says of documents and tasks: kinds with their routes, grades, plans and the quality manual. */
export function WorkPart({ release }: { readonly release: Release }) {
  const t = useWords(workWords)
  const { work } = release
  if (work === undefined) return <p className="ad-none">{t('none')}</p>
  return (
    <div className="h-stack">
      {work.documentKinds.map((kind) => (
        <DocumentKindCard key={kind.key} kind={kind} />
      ))}
      <Basics work={work} />
      {work.qualityStages.map((stage) => (
        <Checklist key={stage.key} stage={stage} />
      ))}
    </div>
  )
}

function Basics({ work }: { readonly work: Work }) {
  const t = useWords(workWords)
  const text = useText()
  const { grades, knowledgeCategories, task } = work
  return (
    <Card title={t('basics')} padded>
      <dl className="ad-strategy">
        <dt>{t('grades')}</dt>
        <dd>{t('gradePoints', grades)}</dd>
        <dt>{t('phases')}</dt>
        <dd>{task.phases.map((phase) => `${text(phase.name)} ${phase.weight}%`).join(' → ')}</dd>
        <dt>{t('taskFields')}</dt>
        <dd>{task.fields.map((field) => text(field.name)).join(' · ') || '—'}</dd>
        <dt>{t('categories')}</dt>
        <dd>{knowledgeCategories.map((one) => text(one.name)).join(' · ')}</dd>
      </dl>
    </Card>
  )
}

function Checklist({ stage }: { readonly stage: Work['qualityStages'][number] }) {
  const t = useWords(workWords)
  const text = useText()
  const asked = stage.items.filter((item) => item.heading !== true).length
  return (
    <Card
      title={`${t('manual')} · ${text(stage.name)}`}
      aside={<span className="h-xs h-muted">{t('asked', { n: asked })}</span>}
    >
      <DataTable
        caption={text(stage.name)}
        rows={stage.items}
        rowKey={(item) => item.number}
        columns={[
          { id: 'number', header: t('number'), cell: (item) => item.number },
          {
            id: 'item',
            header: t('item'),
            rowHeader: true,
            cell: (item) => (item.heading ? <b>{text(item.name)}</b> : text(item.name)),
          },
        ]}
      />
    </Card>
  )
}
