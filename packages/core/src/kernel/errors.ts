/**
 * The eight kinds of failure a use-case may end with. The api maps a kind to a transport status once,
 * the words come from the message catalogue by `code`.
 */
export type ErrorKind =
  | 'validation'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'rate-limited'
  | 'unavailable'

export interface ErrorDetails {
  /** The input's path that is wrong, as in `steps[2].bpmn`. */
  readonly field?: string
  /** Values for the message's placeholders; never personal data. */
  readonly params?: Readonly<Record<string, string | number>>
  readonly cause?: unknown
}

/** A failure the caller can act on. `code` is a key of the message catalogue, as in `petition.already-completed`. */
export class HarmonyError extends Error {
  readonly kind: ErrorKind
  readonly code: string
  readonly field: string | undefined
  readonly params: Readonly<Record<string, string | number>>

  constructor(kind: ErrorKind, code: string, details: ErrorDetails = {}) {
    super(code, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = new.target.name
    this.kind = kind
    this.code = code
    this.field = details.field
    this.params = details.params ?? {}
  }
}

/** Input that breaks a rule; names the field and what is allowed. */
export class ValidationError extends HarmonyError {
  constructor(code: string, details?: ErrorDetails) {
    super('validation', code, details)
  }
}

/** No session, or one that has ended. */
export class UnauthenticatedError extends HarmonyError {
  constructor(code = 'session.required', details?: ErrorDetails) {
    super('unauthenticated', code, details)
  }
}

/** Signed in, but the policy refuses the act. */
export class ForbiddenError extends HarmonyError {
  constructor(code = 'policy.refused', details?: ErrorDetails) {
    super('forbidden', code, details)
  }
}

/** Missing, or another tenant's: the two look exactly alike (G2). */
export class NotFoundError extends HarmonyError {
  constructor(code = 'record.not-found', details?: ErrorDetails) {
    super('not-found', code, details)
  }
}

/** The record changed meanwhile, or its state does not allow the act. */
export class ConflictError extends HarmonyError {
  constructor(code: string, details?: ErrorDetails) {
    super('conflict', code, details)
  }
}

/** A body, file or batch over its limit. */
export class TooLargeError extends HarmonyError {
  constructor(code: string, details?: ErrorDetails) {
    super('too-large', code, details)
  }
}

/** Too many tries; `params.retryAfterSeconds` says when to come back. */
export class RateLimitedError extends HarmonyError {
  constructor(code: string, details?: ErrorDetails) {
    super('rate-limited', code, details)
  }
}

/** The service cannot do it now (no free connection, draining). */
export class UnavailableError extends HarmonyError {
  constructor(code = 'service.unavailable', details?: ErrorDetails) {
    super('unavailable', code, details)
  }
}
