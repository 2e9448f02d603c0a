import { type ErrorKind, HarmonyError, type ValidationError } from '@harmony/core/kernel'
import { inputError } from '@harmony/core/platform'
import { TRPCError } from '@trpc/server'

type TransportCode = TRPCError['code']

const TRANSPORT: Readonly<Record<ErrorKind, TransportCode>> = {
  validation: 'BAD_REQUEST',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  conflict: 'CONFLICT',
  'too-large': 'PAYLOAD_TOO_LARGE',
  'rate-limited': 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
}

/** What a client learns of a failure: a code to translate, the field, values for the words; never a stack. */
export interface ErrorBody {
  readonly kind: ErrorKind | 'internal'
  readonly messageCode: string
  readonly field: string | null
  readonly params: Readonly<Record<string, string | number>>
  readonly requestId: string | null
}

/** Gives a use-case's failure its transport status. */
export function toTransport(error: TRPCError): TRPCError {
  const known = harmonyCause(error)
  return known === undefined ? error : new TRPCError({ code: TRANSPORT[known.kind], message: known.code, cause: known })
}

/** The wire form of an error; anything unknown becomes a plain internal error. */
export function formatError(
  error: TRPCError,
  requestId: string | undefined,
): { message: string; data: ErrorBody & { code: TransportCode; httpStatus: number } } {
  const known = harmonyCause(error)
  const code = known === undefined ? error.code : TRANSPORT[known.kind]
  const messageCode = known?.code ?? (error.code === 'INTERNAL_SERVER_ERROR' ? 'service.failed' : 'request.invalid')
  return {
    message: messageCode,
    data: {
      code,
      httpStatus: STATUS[code] ?? 500,
      kind: known?.kind ?? (error.code === 'INTERNAL_SERVER_ERROR' ? 'internal' : 'validation'),
      messageCode,
      field: known?.field ?? null,
      params: known?.params ?? {},
      requestId: requestId ?? null,
    },
  }
}

const STATUS: Partial<Record<TransportCode, number>> = {
  BAD_REQUEST: 400,
  PARSE_ERROR: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_SUPPORTED: 405,
  TIMEOUT: 408,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  UNPROCESSABLE_CONTENT: 422,
  TOO_MANY_REQUESTS: 429,
  CLIENT_CLOSED_REQUEST: 499,
  SERVICE_UNAVAILABLE: 503,
}

function harmonyCause(error: TRPCError): HarmonyError | undefined {
  if (error.cause instanceof HarmonyError) return error.cause
  return error.code === 'BAD_REQUEST' ? zodCause(error.cause) : undefined
}

function zodCause(cause: unknown): ValidationError | undefined {
  return typeof cause === 'object' && cause !== null && 'issues' in cause && Array.isArray(cause.issues)
    ? inputError(cause.issues)
    : undefined
}
