/** How much trying is allowed. A good sign-in gives its tries back, so only failures wear these down. */
export const SIGN_IN_LIMITS = {
  windowSeconds: 60,
  perEmail: 5,
  perAddress: 60,
  /** Failures in a row before the lock. */
  failuresBeforeLock: 10,
  lockSeconds: 15 * 60,
} as const

/** Registrations and codes sent, by address and by registration. */
export const REGISTRATION_LIMITS = {
  windowSeconds: 3600,
  perAddress: 30,
  perEmail: 5,
  resendsPerRegistration: 5,
  codeSeconds: 30 * 60,
  triesPerCode: 5,
} as const

export type AccountKind = 'officer' | 'citizen'

/** How long a session may rest unused, in seconds; it slides forward when half is gone. */
export const SESSION_IDLE_SECONDS: Readonly<Record<AccountKind, number>> = {
  officer: 8 * 3600,
  citizen: 14 * 86_400,
}

/** However busy, a session ends after this long, in seconds. */
export const SESSION_MOST_SECONDS: Readonly<Record<AccountKind, number>> = {
  officer: 24 * 3600,
  citizen: 90 * 86_400,
}

/** When a session that slides now ends: never beyond its longest life. */
export function slideTo(kind: AccountKind, createdAt: Date, wanted: Date): Date {
  return new Date(Math.min(wanted.getTime(), createdAt.getTime() + SESSION_MOST_SECONDS[kind] * 1000))
}
