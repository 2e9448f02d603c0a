import { hash, verify } from '@node-rs/argon2'

/** OWASP's first choice for argon2id (quality.md): 19 MiB, two passes, one lane; about 25 ms. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Of a random password nobody knows: checked for unknown accounts, so that they take as long as known ones. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$sSaV8LkqlZQNv6boWg5OfA$HATwKMCRwY0O8ukVuBmFsoMYEzkYhmOad99o9hAmPRE'

/** The argon2id hash of a password, with its salt. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), PARAMETERS)
}

/** Whether a password belongs to a hash; null stands for an account that does not exist and takes as long. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? NOBODY, password.normalize('NFC'))
  return matches && passwordHash !== null
}
