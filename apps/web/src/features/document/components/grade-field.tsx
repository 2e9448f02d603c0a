import { FieldLabel, FieldNotes, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { Radio, RadioGroup } from 'react-aria-components'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { Grade } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { GRADES } from '../vocabulary.ts'

interface GradeFieldProps {
  readonly value: Grade | null
  readonly onChange: (value: Grade) => void
  readonly error: string | undefined
}

/** The points each grade carries into performance, by the agency's release; undefined until known. */
export function useGradePoints(): Readonly<Record<Grade, number>> | undefined {
  const trpc = useTRPC()
  return useQuery(trpc.document.kinds.queryOptions(undefined, { staleTime: 300_000 })).data?.grades
}

/** S·A·B·C with their points; arrow keys move. */
export function GradeField({ value, onChange, error }: GradeFieldProps) {
  const t = useWords(cardWords)
  const points = useGradePoints()
  return (
    <RadioGroup
      className="h-field"
      orientation="horizontal"
      isInvalid={Boolean(error)}
      value={value}
      onChange={(next) => {
        const grade = GRADES.find((one) => one === next)
        if (grade) onChange(grade)
      }}
    >
      <FieldLabel>{t('gradeAsk')}</FieldLabel>
      <div className="h-rate5">
        {GRADES.map((grade) => (
          <Radio key={grade} value={grade} className="h-pt">
            <span>{grade}</span>
            <small>{points ? t('gradePoints', { n: points[grade] }) : ''}</small>
          </Radio>
        ))}
      </div>
      <FieldNotes error={error} />
    </RadioGroup>
  )
}
