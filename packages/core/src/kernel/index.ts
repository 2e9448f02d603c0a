export { canonicalJson, sha256 } from './canonical-json.ts'
export { type Clock, fixedClock, systemClock } from './clock.ts'
export type { Actor, Ctx, Origin, TenantDatabase } from './ctx.ts'
export {
  ConflictError,
  type ErrorDetails,
  type ErrorKind,
  ForbiddenError,
  HarmonyError,
  NotFoundError,
  RateLimitedError,
  TooLargeError,
  UnauthenticatedError,
  UnavailableError,
  ValidationError,
} from './errors.ts'
export { type Id, isId, newId } from './ids.ts'
export { kernelMessages } from './messages.ts'
export { ROLES, type Role } from './roles.ts'
export type { Locale, LocalizedText } from './text.ts'
