import { Link, useWords } from '@harmony/ui'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import type { TaskLine } from '../api.ts'
import { recordWords } from '../words.ts'

/** The task cards a record is tied to, each a link to its 실적. */
export function TaskLinks({ tasks }: { readonly tasks: readonly TaskLine[] }) {
  const t = useWords(recordWords)
  const agency = useAgency()
  if (tasks.length === 0) return <span className="h-muted">{t('noTasks')}</span>
  return (
    <ul className="r-tasks">
      {tasks.map((task) => (
        <li key={task.id}>
          <Link href={paths.task(agency, task.id)} icon="task">
            {task.name}
          </Link>
        </li>
      ))}
    </ul>
  )
}
