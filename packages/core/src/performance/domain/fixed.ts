/** A number of six decimal places held as a whole number of millionths. Every stored score and sum is one. */
export type Micro = bigint

export const MICRO = 1_000_000n

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/

/**
 * The millionths of a decimal, rounded half-up (away from zero) at the sixth place.
 * A double is read by its shortest decimal form, so 0.1 is a tenth.
 * @throws RangeError for NaN, infinities and text that is not a decimal.
 */
export function toMicro(value: number | string): Micro {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value) * MICRO
  const parts = DECIMAL.exec(String(value))
  if (!parts) throw new RangeError(`not a decimal: ${value}`)
  const [, sign, whole = '0', fraction = '', exponent = '0'] = parts
  const digits = BigInt(whole + fraction)
  const scale = fraction.length - Number(exponent) - 6
  const magnitude = scale > 0 ? divideHalfUp(digits, 10n ** BigInt(scale)) : digits * 10n ** BigInt(-scale)
  return sign === '-' ? -magnitude : magnitude
}

/** The decimal with all six places, as in `94.400000`: the form that is stored and compared. */
export function formatMicro(value: Micro): string {
  const magnitude = value < 0n ? -value : value
  const fraction = String(magnitude % MICRO).padStart(6, '0')
  return `${value < 0n ? '-' : ''}${magnitude / MICRO}.${fraction}`
}

/** The nearest double; for rules, which compute in doubles, and for display. */
export function microToNumber(value: Micro): number {
  return Number(value) / 1_000_000
}

/** The quotient rounded half-up (away from zero) to a whole number. `divisor` is positive. */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  if (dividend < 0n) return -divideHalfUp(-dividend, divisor)
  return (2n * dividend + divisor) / (2n * divisor)
}
