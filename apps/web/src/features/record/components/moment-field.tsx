import { DateField, TextField, useWords } from '@harmony/ui'
import { recordWords } from '../words.ts'

/** A date and a clock time as they are typed. */
export interface Moment {
  readonly day: string
  readonly time: string
}

interface MomentFieldProps {
  readonly label: string
  readonly value: Moment
  readonly onChange: (value: Moment) => void
  /** Only the day counts. */
  readonly dayOnly?: boolean
  readonly error?: string | undefined
}

/** A date and a time in Seoul, side by side. */
export function MomentField({ label, value, onChange, dayOnly = false, error }: MomentFieldProps) {
  const t = useWords(recordWords)
  return (
    <fieldset className="r-moment">
      <legend className="h-label">{label}</legend>
      <DateField
        label={`${label} ${t('date')}`}
        hideLabel
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
        error={error}
      />
      {!dayOnly && (
        <TextField
          label={`${label} ${t('time')}`}
          hideLabel
          type="time"
          value={value.time}
          onChange={(time) => onChange({ ...value, time })}
        />
      )}
    </fieldset>
  )
}
