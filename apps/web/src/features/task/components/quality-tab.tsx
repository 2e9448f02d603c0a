import { Card, EmptyState, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { Ability } from '../api.ts'
import { useAddress } from '../lib/use-address.ts'
import '../quality.css'
import { qualityWords } from '../quality-words.ts'
import { Checklist } from './checklist.tsx'
import { HistoryDialog } from './history-dialog.tsx'
import { FinishStageDialog, PlanStageDialog, ReopenStageDialog } from './quality-dialogs.tsx'
import { QualityTable } from './quality-table.tsx'
import type { QualityStage } from './quality-types.ts'

type Asked = { readonly act: 'plan' | 'finish' | 'reopen'; readonly stage: QualityStage } | { readonly act: 'history' }

interface QualityTabProps {
  readonly cardId: string
  readonly today: string
}

/** 품질관리 (R11): the stages of a policy at a glance, and the manual's checklist of one of them. */
export function QualityTab({ cardId, today }: QualityTabProps) {
  const t = useWords(qualityWords)
  const trpc = useTRPC()
  const query = useQuery(trpc.task.quality.queryOptions({ taskCardId: cardId }))
  return (
    <QueryPanel query={query} what={t('title')} lines={8}>
      {(quality) =>
        quality.managed ? (
          <Stages stages={quality.stages} abilities={quality.abilities} cardId={cardId} today={today} />
        ) : (
          <Card title={t('summary')}>
            <EmptyState icon="task" title={t('notManaged')}>
              {t('notManagedNext')}
            </EmptyState>
          </Card>
        )
      }
    </QueryPanel>
  )
}

interface StagesProps extends QualityTabProps {
  readonly stages: readonly QualityStage[]
  readonly abilities: readonly Ability[]
}

function Stages({ stages, abilities, cardId, today }: StagesProps) {
  const t = useWords(qualityWords)
  const text = useText()
  const [search, change] = useAddress()
  const [asked, setAsked] = useState<Asked>()
  const chosen =
    stages.find((stage) => stage.key === search.stage) ??
    stages.find((stage) => stage.completedDate === null) ??
    stages.at(-1)
  const close = () => setAsked(undefined)
  return (
    <div className="h-stack">
      <QualityTable
        stages={stages}
        abilities={abilities}
        chosen={chosen?.key}
        onChoose={(stage) => change({ stage: stage.key })}
        onPlan={(stage) => setAsked({ act: 'plan', stage })}
        onHistory={() => setAsked({ act: 'history' })}
      />
      {chosen && (
        <Card title={t('stages')}>
          <ol className="tk-stages" aria-label={t('stagesLabel')}>
            {stages.map((stage) => (
              <li
                key={stage.id}
                data-state={stage.completedDate !== null ? 'done' : stage.id === chosen.id ? 'current' : 'todo'}
              >
                <button
                  type="button"
                  aria-current={stage.id === chosen.id ? 'step' : undefined}
                  onClick={() => change({ stage: stage.key })}
                >
                  <b>{text(stage.name)}</b>
                  <small>{t('answeredOf', { n: stage.answered, all: stage.asked })}</small>
                </button>
              </li>
            ))}
          </ol>
          <Checklist
            key={chosen.id}
            stage={chosen}
            canAnswer={abilities.includes('answer-quality') && chosen.completedDate === null}
            {...(abilities.includes('complete-quality-stage') && chosen.completedDate === null
              ? { onFinish: () => setAsked({ act: 'finish', stage: chosen }) }
              : {})}
            {...(abilities.includes('reopen-quality-stage') && chosen.completedDate !== null
              ? { onReopen: () => setAsked({ act: 'reopen', stage: chosen }) }
              : {})}
          />
        </Card>
      )}
      {asked?.act === 'plan' && <PlanStageDialog stage={asked.stage} onClose={close} />}
      {asked?.act === 'finish' && <FinishStageDialog stage={asked.stage} today={today} onClose={close} />}
      {asked?.act === 'reopen' && <ReopenStageDialog stage={asked.stage} onClose={close} />}
      {asked?.act === 'history' && (
        <HistoryDialog
          title={t('history')}
          cardId={cardId}
          area="quality"
          known={stages.map((stage) => [stage.key, text(stage.name)] as const)}
          onClose={close}
        />
      )}
    </div>
  )
}
