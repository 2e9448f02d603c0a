import { z } from 'zod'
import { defineEvent } from '../platform/index.ts'

/** Sessions of an account ended before their time. Touches `account:<id>`: its open live streams must close. */
export const sessionRevoked = defineEvent(
  'identity.session-revoked',
  z.strictObject({ accountId: z.uuid(), why: z.enum(['sign-out-everywhere', 'one-session', 'password', 'rights']) }),
)

/** A citizen's address was verified and the account opened. */
export const citizenRegistered = defineEvent(
  'identity.citizen-registered',
  z.strictObject({ accountId: z.uuid(), customerId: z.uuid() }),
)

/** Units, their names or their places changed. */
export const organisationChanged = defineEvent(
  'identity.organisation-changed',
  z.strictObject({ unitIds: z.array(z.uuid()) }),
)

/** A person's posts or roles changed. */
export const rightsChanged = defineEvent('identity.rights-changed', z.strictObject({ personId: z.uuid() }))
