import { COMMON_PASSWORDS } from './common-passwords.ts'

/**
 * Why a password may not be chosen, or null. No composition rules: only what is guessed first is refused
 * (the length is the schema's business).
 */
export function refusePassword(password: string, email: string): string | null {
  const plain = password.toLowerCase()
  if (COMMON_PASSWORDS.has(plain) || new Set(plain).size === 1) return 'identity.password-common'
  const address = email.toLowerCase()
  if (plain === address || plain === address.split('@')[0]) return 'identity.password-contains-email'
  return null
}
