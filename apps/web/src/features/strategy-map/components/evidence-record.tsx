import { Link, useText, useWords } from '@harmony/ui'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { evidenceWords } from '../lib/evidence-words.ts'
import type { EvidenceLine } from '../lib/use-evidence-value.ts'

export interface EvidenceRecordProps {
  readonly line: EvidenceLine
  /** What a petition's link says; documents and tasks go by their number and title. */
  readonly petition: string
  readonly look?: 'quiet'
}

/** The way to the record a piece of evidence came from; outside its 열람범위 no number, no title, no way. */
export function EvidenceRecord({ line: { record, subjectType }, petition, look }: EvidenceRecordProps) {
  const t = useWords(evidenceWords)
  const text = useText()
  const agency = useAgency()
  const quiet = look ? { look } : {}
  if (record === null) {
    const ofTask = subjectType === 'phase' || subjectType === 'quality-stage'
    return <span className="nolink">{t(ofTask ? 'gone' : 'hidden')}</span>
  }
  if (record.kind === 'petition') {
    return (
      <Link {...quiet} href={paths.petition(agency, record.id)}>
        {petition}
      </Link>
    )
  }
  const href = record.kind === 'document' ? paths.document(agency, record.id) : paths.task(agency, record.id)
  const title = record.title || t('noTitle')
  const part = record.kind === 'task' && record.part ? text(record.part) : null
  return (
    <Link {...quiet} href={href}>
      {[record.number, part ? `${title} · ${part}` : title].filter((word) => word !== null).join(' ')}
    </Link>
  )
}
