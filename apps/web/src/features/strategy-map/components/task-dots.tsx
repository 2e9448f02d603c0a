import { useWords } from '@harmony/ui'
import type { Objective } from '../lib/model.ts'
import { countTasks } from '../lib/tasks.ts'
import { taskWords } from '../task-words.ts'

const MOST_DOTS = 7

/** The tasks on an objective as marks: blue squares on track, red diamonds not; many of them as figures. */
export function TaskDots({ tasks }: { readonly tasks: Objective['tasks'] }) {
  const t = useWords(taskWords)
  if (tasks.length === 0) return null
  const { ok, bad } = countTasks(tasks)
  const watched = tasks.filter((task) => task.watched).length
  const few = tasks.length <= MOST_DOTS
  return (
    <span className="sm-dots">
      <span aria-hidden="true">
        {few
          ? [...Array.from({ length: ok }, () => false), ...Array.from({ length: bad }, () => true)].map((isBad, i) => (
              <i key={i} className="h-sq" data-bad={isBad || undefined} />
            ))
          : [<i key="ok" className="h-sq" />, ok, <i key="bad" className="h-sq" data-bad />, bad]}
        {watched > 0 && <em>{t('watchedShort')}</em>}
      </span>
      <span className="h-sr">
        {t('counts', { ok, bad })}
        {watched > 0 && ` ${t('watchedCount', { n: watched })}`}
      </span>
    </span>
  )
}
