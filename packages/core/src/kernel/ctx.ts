import type { Clock } from './clock.ts'
import type { Id } from './ids.ts'
import type { Role } from './roles.ts'

/** Who acts. Rights are computed at sign-in and when they change (G: a change of rights revokes sessions). */
export type Actor =
  | {
      readonly kind: 'officer'
      readonly accountId: Id
      readonly personId: Id
      readonly roles: readonly Role[]
      /** Units the person belongs to today, concurrent posts included. */
      readonly unitIds: readonly Id[]
      /** Units the person heads today. */
      readonly headOf: readonly Id[]
    }
  | { readonly kind: 'citizen'; readonly accountId: Id; readonly customerId: Id }
  | { readonly kind: 'guest' }
  | { readonly kind: 'system'; readonly name: string }

/** How the act came in. Imported history and demo data send no mail. */
export type Origin = 'interactive' | 'import' | 'demo'

/** What every use-case takes first: whose data, who acts, when, and the way to the database. */
export interface Ctx {
  readonly tenantId: Id
  readonly tenantSlug: string
  readonly actor: Actor
  readonly clock: Clock
  readonly origin: Origin
  readonly requestId: string
  /** The caller's address, for audit; null for jobs. */
  readonly source: string | null
  readonly db: TenantDatabase
}

/** The only door to tenant tables; see `withTenant` in platform. */
export interface TenantDatabase {
  readonly role: 'app' | 'worker'
}
