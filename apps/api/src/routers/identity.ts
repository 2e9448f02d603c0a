import {
  addPerson,
  assignPost,
  changePassword,
  createOfficerAccount,
  createUnit,
  endPost,
  grantRole,
  listMySessions,
  listRoleGrants,
  moveUnit,
  orgTree,
  personHistory,
  readDemoCode,
  registerCitizen,
  renameUnit,
  resendCode,
  revokeRole,
  revokeSession,
  signIn,
  signOut,
  signOutEverywhere,
  unitHistory,
  unitMembers,
  verifyEmail,
  whoAmI,
} from '@harmony/core/identity'
import * as schemas from '@harmony/core/identity/schemas'
import { UnauthenticatedError } from '@harmony/core/kernel'
import { z } from 'zod'
import { DEMO_PASSWORD, DEMO_SIGN_INS } from '../demo/sign-ins.ts'
import { guest, officer, officerWith, router } from '../trpc/init.ts'

const admin = officerWith('tenant-admin')

/** A holder of any session, also one without a place in this agency: about the session, not about the agency. */
const holder = guest.use(({ ctx, next }) => {
  if (ctx.session === null || ctx.sessionToken === null) throw new UnauthenticatedError()
  return next({ ctx: { session: ctx.session, sessionToken: ctx.sessionToken } })
})

const demoSignIn = z.object({ email: z.string(), agency: z.string(), who: z.string(), password: z.string() })

/** Sessions, accounts, people and the organisation over time. */
export const identityRouter = router({
  me: guest.output(schemas.meOutput).query(({ ctx }) => whoAmI(ctx.harmony, ctx.session, { demoAccounts: ctx.demo })),

  signIn: guest
    .input(schemas.signInInput)
    .output(schemas.signInOutput)
    .mutation(async ({ ctx, input }) => {
      const options = { userAgent: ctx.userAgent, demoAccounts: ctx.demo }
      const { token, ...session } = await signIn(ctx.harmony, input, options)
      // the browser's previous session would otherwise live on unseen
      if (ctx.sessionToken !== null) await signOut(ctx.harmony, ctx.session, ctx.sessionToken)
      ctx.setSessionCookie({ token, expiresAt: session.expiresAt })
      return session
    }),
  signOut: guest.output(schemas.doneOutput).mutation(async ({ ctx }) => {
    if (ctx.sessionToken !== null) await signOut(ctx.harmony, ctx.session, ctx.sessionToken)
    ctx.setSessionCookie(null)
    return { done: true }
  }),
  signOutEverywhere: holder.output(z.strictObject({ ended: z.number() })).mutation(async ({ ctx }) => {
    const result = await signOutEverywhere(ctx.harmony, ctx.session)
    ctx.setSessionCookie(null)
    return result
  }),
  sessions: holder.output(z.array(schemas.sessionView)).query(({ ctx }) => listMySessions(ctx.harmony, ctx.session)),
  revokeSession: holder
    .input(schemas.revokeSessionInput)
    .output(schemas.doneOutput)
    .mutation(({ ctx, input }) => revokeSession(ctx.harmony, ctx.session, input)),
  changePassword: holder
    .input(schemas.changePasswordInput)
    .output(schemas.doneOutput)
    .mutation(async ({ ctx, input }) => {
      ctx.setSessionCookie(await changePassword(ctx.harmony, ctx.session, input, { userAgent: ctx.userAgent }))
      return { done: true }
    }),

  register: guest
    .input(schemas.registerCitizenInput)
    .output(schemas.registerCitizenOutput)
    .mutation(({ ctx, input }) => registerCitizen(ctx.harmony, input)),
  verifyEmail: guest
    .input(schemas.verifyEmailInput)
    .output(schemas.verifyEmailOutput)
    .mutation(({ ctx, input }) => verifyEmail(ctx.harmony, input)),
  resendCode: guest
    .input(schemas.resendCodeInput)
    .output(schemas.doneOutput)
    .mutation(({ ctx, input }) => resendCode(ctx.harmony, input)),
  /** Where no mail can arrive: the demo only, otherwise nothing is found. */
  demoCode: guest
    .input(schemas.resendCodeInput)
    .output(schemas.demoCodeOutput)
    .query(({ ctx, input }) => readDemoCode(ctx.harmony, input, { demoAccounts: ctx.demo })),
  demoSignIns: guest
    .output(z.array(demoSignIn))
    .query(({ ctx }) => (ctx.demo ? DEMO_SIGN_INS.map((one) => ({ ...one, password: DEMO_PASSWORD })) : [])),

  orgTree: officer
    .input(schemas.orgTreeInput)
    .output(schemas.orgTreeOutput)
    .query(({ ctx, input }) => orgTree(ctx.harmony, input)),
  members: officer
    .input(schemas.membersInput)
    .output(schemas.membersOutput)
    .query(({ ctx, input }) => unitMembers(ctx.harmony, input)),
  unitHistory: officer
    .input(schemas.unitHistoryInput)
    .output(schemas.unitHistoryOutput)
    .query(({ ctx, input }) => unitHistory(ctx.harmony, input)),
  personHistory: officer
    .input(schemas.personHistoryInput)
    .output(schemas.personHistoryOutput)
    .query(({ ctx, input }) => personHistory(ctx.harmony, input)),
  roleGrants: officerWith('tenant-admin', 'auditor')
    .input(schemas.roleGrantsInput)
    .output(schemas.roleGrantsOutput)
    .query(({ ctx, input }) => listRoleGrants(ctx.harmony, input)),

  createUnit: admin
    .input(schemas.createUnitInput)
    .output(schemas.createdOutput)
    .mutation(({ ctx, input }) => createUnit(ctx.harmony, input)),
  renameUnit: admin
    .input(schemas.renameUnitInput)
    .output(schemas.doneOutput)
    .mutation(({ ctx, input }) => renameUnit(ctx.harmony, input)),
  moveUnit: admin
    .input(schemas.moveUnitInput)
    .output(schemas.doneOutput)
    .mutation(({ ctx, input }) => moveUnit(ctx.harmony, input)),
  addPerson: admin
    .input(schemas.addPersonInput)
    .output(schemas.createdOutput)
    .mutation(({ ctx, input }) => addPerson(ctx.harmony, input)),
  assignPost: admin
    .input(schemas.assignPostInput)
    .output(schemas.createdOutput)
    .mutation(({ ctx, input }) => assignPost(ctx.harmony, input)),
  endPost: admin
    .input(schemas.endPostInput)
    .output(schemas.doneOutput)
    .mutation(({ ctx, input }) => endPost(ctx.harmony, input)),
  grantRole: admin
    .input(schemas.grantRoleInput)
    .output(schemas.createdOutput)
    .mutation(({ ctx, input }) => grantRole(ctx.harmony, input)),
  revokeRole: admin
    .input(schemas.revokeRoleInput)
    .output(schemas.doneOutput)
    .mutation(({ ctx, input }) => revokeRole(ctx.harmony, input)),
  createOfficerAccount: admin
    .input(schemas.createOfficerAccountInput)
    .output(z.strictObject({ accountId: z.uuid() }))
    .mutation(({ ctx, input }) => createOfficerAccount(ctx.harmony, input)),
})
