import { randomInt } from 'node:crypto'
import { createOfficerAccount, grantRole, personIdByCode } from '@harmony/core/identity'
import { type Ctx, ROLES, type Role, ValidationError } from '@harmony/core/kernel'
import type { Command } from 'commander'
import { agencyCtx, EXIT, withRuntime } from './runtime.ts'
import type { Language } from './words.ts'

interface PersonFlags {
  readonly tenant: string
  readonly person: string
  readonly lang: Language
}

/** Adds `harmony account create` and `harmony account grant`: how a new server gets its first administrator. */
export function addAccount(program: Command): void {
  const account = program.command('account').description('sign-ins and roles of an agency’s people')
  account
    .command('create')
    .description('open the account of a person; prints a password to hand over and change')
    .requiredOption('--tenant <slug>', 'the agency')
    .requiredOption('--person <number>', 'the personnel number')
    .requiredOption('--email <address>', 'the address to sign in with')
    .option('--lang <language>', 'ko or en', 'ko')
    .action(async (flags: PersonFlags & { readonly email: string }) => {
      process.exitCode = await withRuntime(flags.lang, async (db) => {
        const password = await openAccount(await agencyCtx(db, flags.tenant), flags)
        process.stdout.write(`${flags.email} ${password}\n`)
        return EXIT.done
      })
    })
  account
    .command('grant')
    .description('grant a role to a person')
    .requiredOption('--tenant <slug>', 'the agency')
    .requiredOption('--person <number>', 'the personnel number')
    .requiredOption('--role <role>', ROLES.join(', '))
    .option('--until <date>', 'the day it ends, YYYY-MM-DD')
    .option('--reason <text>', 'why')
    .option('--lang <language>', 'ko or en', 'ko')
    .action(async (flags: PersonFlags & GrantFlags) => {
      process.exitCode = await withRuntime(flags.lang, async (db) => {
        await grantTo(await agencyCtx(db, flags.tenant), flags)
        return EXIT.done
      })
    })
}

interface GrantFlags {
  readonly role: string
  readonly until?: string
  readonly reason?: string
}

/** Opens a person's account with a password made by chance. @returns the password; it is kept nowhere else */
export async function openAccount(
  ctx: Ctx,
  order: { readonly person: string; readonly email: string },
): Promise<string> {
  const password = randomPassword()
  await createOfficerAccount(ctx, { personId: await personIdByCode(ctx, order.person), email: order.email, password })
  return password
}

/** Grants a role by personnel number. @throws ValidationError for an unknown role or date */
export async function grantTo(ctx: Ctx, order: { readonly person: string } & GrantFlags): Promise<void> {
  const role = ROLES.find((one): one is Role => one === order.role)
  if (role === undefined) {
    throw new ValidationError('input.not-allowed', { field: '--role', params: { allowed: ROLES.join(', ') } })
  }
  const validTo = order.until === undefined ? undefined : new Date(`${order.until}T00:00:00+09:00`)
  if (validTo !== undefined && Number.isNaN(validTo.getTime())) {
    throw new ValidationError('input.wrong-format', { field: '--until', params: { format: 'YYYY-MM-DD' } })
  }
  const personId = await personIdByCode(ctx, order.person)
  const reason = order.reason === undefined ? {} : { reason: order.reason }
  await grantRole(ctx, { personId, role, ...reason, ...(validTo === undefined ? {} : { validTo }) })
}

/** No look-alikes: it is read out and typed in once. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

function randomPassword(): string {
  const group = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
