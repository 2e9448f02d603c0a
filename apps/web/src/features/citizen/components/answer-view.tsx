import { Icon, useFormat, useText, useWords } from '@harmony/ui'
import { useAgency } from '../../../lib/agency.ts'
import type { CitizenPetition } from '../api/texts.ts'
import { citizenWords } from '../words.ts'

type PetitionFile = CitizenPetition['files'][number]

/** Links to files; they download, never open in the page. */
export function FileLinks({ files }: { readonly files: readonly PetitionFile[] }) {
  const agency = useAgency()
  const format = useFormat()
  if (files.length === 0) return null
  return (
    <ul className="c-files">
      {files.map((file) => (
        <li key={file.id}>
          <a className="h-link" href={`/api/${agency}/files/${file.id}`} download={file.name}>
            <Icon name="clip" size={16} />
            {file.name} ({format.bytes(file.size)})
          </a>
        </li>
      ))}
    </ul>
  )
}

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
          <FileLinks files={petition.files.filter((file) => file.part === 'answer' && file.partId === answer.id)} />
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
