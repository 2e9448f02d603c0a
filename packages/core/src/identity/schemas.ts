import { z } from 'zod'
import { ROLES } from '../kernel/index.ts'

const id = z.uuid()
const instant = z.coerce.date().min(new Date('1900-01-01')).max(new Date('2200-01-01'))
const text = (max: number) => z.string().trim().min(1).max(max)

/** Lower-cased; one spelling, one account. */
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email())
export const phone = z.string().trim().min(3).max(40)
const code = text(64)
const bilingual = z.strictObject({ ko: text(120), en: text(120) })
const role = z.enum(ROLES)
const locale = z.enum(['ko', 'en']).default('ko')
const done = z.strictObject({ done: z.literal(true) })

/** The length limit keeps argon2 from being fed megabytes; there are no composition rules. */
export const password = z.string().min(8).max(128)

/** Looser than `email`: whatever is typed is only looked for. */
export const signInInput = z.strictObject({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .min(3)
    .max(254)
    .regex(/^[^\s\p{Cc}]+$/u),
  password: z.string().min(1).max(128),
})
export const signInOutput = z.strictObject({
  accountId: id,
  accountKind: z.enum(['officer', 'citizen']),
  expiresAt: z.date(),
})

export const registerCitizenInput = z.strictObject({
  email,
  password,
  name: text(100),
  phone: phone.optional(),
  locale,
})
/** The same answer whether the address has an account or not. */
export const registerCitizenOutput = z.strictObject({ registrationId: id, email: z.string() })
export const verifyEmailInput = z.strictObject({
  registrationId: id,
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
})
export const verifyEmailOutput = z.strictObject({ email: z.string() })
export const resendCodeInput = z.strictObject({ registrationId: id, locale })
export const demoCodeOutput = z.strictObject({ code: z.string().nullable() })
export const doneOutput = done

export const changePasswordInput = z.strictObject({ current: z.string().min(1).max(128), next: password })
export const sessionView = z.strictObject({
  handle: id,
  createdAt: z.date(),
  lastSeen: z.date(),
  expiresAt: z.date(),
  createdFrom: z.string().nullable(),
  userAgent: z.string().nullable(),
  current: z.boolean(),
})
export const revokeSessionInput = z.strictObject({ handle: id })

export const unitKind = z.enum(['agency', 'bureau', 'team'])
export const createUnitInput = z.strictObject({
  code,
  kind: unitKind,
  name: bilingual,
  parentId: id.nullable(),
  sort: z.int().min(0).max(100_000).default(0),
  validFrom: instant.optional(),
})
export const createdOutput = z.strictObject({ id })
export const renameUnitInput = z.strictObject({ unitId: id, name: bilingual, validFrom: instant.optional() })
export const moveUnitInput = z.strictObject({ unitId: id, parentId: id, validFrom: instant.optional() })

export const addPersonInput = z.strictObject({
  code,
  name: text(100),
  email: email.optional(),
  phone: phone.optional(),
  grade: text(40).optional(),
})
export const assignPostInput = z.strictObject({
  personId: id,
  unitId: id,
  title: bilingual,
  isHead: z.boolean().default(false),
  concurrent: z.boolean().default(false),
  validFrom: instant.optional(),
  validTo: instant.optional(),
})
export const endPostInput = z.strictObject({ postId: id, validTo: instant.optional() })
export const grantRoleInput = z.strictObject({
  personId: id,
  role,
  unitId: id.optional(),
  validFrom: instant.optional(),
  validTo: instant.optional(),
  reason: text(500).optional(),
})
export const revokeRoleInput = z.strictObject({ grantId: id, reason: text(500).optional() })
export const createOfficerAccountInput = z.strictObject({ personId: id, email, password })

/** A whole organisation at once, by codes: what a tenant's folder, the demo and the importer hand in. */
export const organisationSpec = z.strictObject({
  /** From when units and posts without a date of their own hold. */
  validFrom: instant,
  /** Parents before children. */
  units: z
    .array(
      z.strictObject({
        code,
        kind: unitKind,
        name: bilingual,
        parent: code.optional(),
        sort: z.int().min(0).max(100_000).optional(),
      }),
    )
    .max(10_000),
  people: z
    .array(
      z.strictObject({
        code,
        name: text(100),
        email: email.optional(),
        phone: phone.optional(),
        grade: text(40).optional(),
        posts: z
          .array(
            z.strictObject({
              unit: code,
              title: bilingual,
              isHead: z.boolean().optional(),
              concurrent: z.boolean().optional(),
              validFrom: instant.optional(),
              validTo: instant.optional(),
            }),
          )
          .max(50),
        roles: z
          .array(z.strictObject({ role, validTo: instant.optional() }))
          .max(ROLES.length)
          .optional(),
      }),
    )
    .max(50_000),
})

export const unitView = z.strictObject({
  id,
  code: z.string(),
  kind: unitKind,
  name: z.strictObject({ ko: z.string(), en: z.string() }),
  parentId: id.nullable(),
  sort: z.number(),
})
export const memberView = z.strictObject({
  personId: id,
  postId: id,
  name: z.string(),
  title: z.strictObject({ ko: z.string(), en: z.string() }),
  isHead: z.boolean(),
  concurrent: z.boolean(),
  phone: z.string().nullable(),
})
export const orgTreeInput = z.strictObject({ at: instant.optional() })
export const orgTreeOutput = z.array(unitView)
export const membersInput = z.strictObject({ unitId: id, at: instant.optional() })
export const membersOutput = z.array(memberView)
export const unitHistoryInput = z.strictObject({ unitId: id })
export const unitHistoryOutput = z.array(
  z.strictObject({
    name: z.strictObject({ ko: z.string(), en: z.string() }),
    parentId: id.nullable(),
    validFrom: z.date(),
    validTo: z.date().nullable(),
  }),
)
export const personHistoryInput = z.strictObject({ personId: id })
export const personHistoryOutput = z.array(
  z.strictObject({
    postId: id,
    unitId: id,
    title: z.strictObject({ ko: z.string(), en: z.string() }),
    isHead: z.boolean(),
    concurrent: z.boolean(),
    validFrom: z.date(),
    validTo: z.date().nullable(),
  }),
)
export const roleGrantsInput = z.strictObject({ personId: id.optional() })
export const roleGrantsOutput = z.array(
  z.strictObject({
    grantId: id,
    personId: id,
    personName: z.string(),
    role,
    unitId: id.nullable(),
    validFrom: z.date(),
    validTo: z.date().nullable(),
  }),
)

export const meOutput = z.strictObject({
  kind: z.enum(['guest', 'citizen', 'officer']),
  name: z.string().nullable(),
  email: z.string().nullable(),
  personId: id.nullable(),
  customerId: id.nullable(),
  roles: z.array(role),
  units: z.array(
    z.strictObject({
      id,
      code: z.string(),
      kind: unitKind,
      name: z.strictObject({ ko: z.string(), en: z.string() }),
      title: z.strictObject({ ko: z.string(), en: z.string() }),
      isHead: z.boolean(),
    }),
  ),
  abilities: z.array(z.string()),
  /** True where the demo's accounts sign in. */
  demo: z.boolean(),
  agencies: z.array(
    z.strictObject({
      slug: z.string(),
      name: z.strictObject({ ko: z.string(), en: z.string() }),
      kind: z.enum(['officer', 'citizen']),
    }),
  ),
})
