import { Link, Tag, useText, useWords } from '@harmony/ui'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import type { Objective } from '../lib/model.ts'
import { countTasks, isOnTrack, type MapTask } from '../lib/tasks.ts'
import { taskWords } from '../task-words.ts'

/** The managed tasks that serve an objective, those not on track first; each opens its card (R29, R33). */
export function TasksSection({ objective }: { readonly objective: Objective }) {
  const t = useWords(taskWords)
  if (objective.tasks.length === 0) return null
  const { ok, bad } = countTasks(objective.tasks)
  const ordered = [...objective.tasks].sort((a, b) => Number(isOnTrack(a)) - Number(isOnTrack(b)))
  return (
    <section>
      <h3>
        {t('tasks')}{' '}
        <small>
          <b data-ok>{t('okCount', { n: ok })}</b> · <b data-bad>{t('badCount', { n: bad })}</b>
        </small>
      </h3>
      <ul className="sm-ev">
        {ordered.map((task) => (
          <TaskLine key={task.taskCardId} task={task} />
        ))}
      </ul>
    </section>
  )
}

function TaskLine({ task }: { readonly task: MapTask }) {
  const t = useWords(taskWords)
  const text = useText()
  const agency = useAgency()
  const onTrack = isOnTrack(task)
  return (
    <li>
      <i className="h-sq" data-bad={onTrack ? undefined : true} aria-hidden="true" />
      <Link look="quiet" href={paths.task(agency, task.taskCardId)}>
        {task.name}
      </Link>
      {task.watched && <Tag>{t('watched')}</Tag>}
      <span className="s">
        {[
          onTrack ? t('ok') : t(task.state === 'delayed' ? 'delayed' : 'weak'),
          task.unitName ? text(task.unitName) : '',
        ]
          .filter((word) => word !== '')
          .join(' · ')}
      </span>
    </li>
  )
}
