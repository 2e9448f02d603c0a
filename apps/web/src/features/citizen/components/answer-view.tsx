import { useFormat, useText, useWords } from '@harmony/ui'
import { AttachedFiles } from '../../files/components/attached-files.tsx'
import type { CitizenPetition } from '../api/texts.ts'
import { citizenWords } from '../words.ts'

/** The answers, the newest first, each with its files. */
export function Answers({ petition }: { readonly petition: CitizenPetition }) {
  const t = useWords(citizenWords)
  const text = useText()
  const format = useFormat()
  if (petition.answers.length === 0) return null
  const answers = [...petition.answers].sort((a, b) => b.sequence - a.sequence)
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">{t('answer')}</h2>
      {answers.map((answer) => (
        <article key={answer.id} className="h-box c-answer">
          {answers.length > 1 && <b>{t('reopenedAnswer', { n: answer.sequence })}</b>}
          <p className="c-said">{answer.body}</p>
          <AttachedFiles files={petition.files.filter((file) => file.part === 'answer' && file.partId === answer.id)} />
          <small className="h-muted">
            {petition.officer &&
              `${t('answerFrom', { unit: text(petition.unit.name), name: petition.officer.name })} · `}
            {answer.answeredAt && format.date(answer.answeredAt, 'moment')}
          </small>
        </article>
      ))}
    </section>
  )
}
