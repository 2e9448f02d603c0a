import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto'
import { type Checkpoint, checkpointText } from './chain.ts'

/** DER of an Ed25519 private key up to its 32 bytes of seed (RFC 8410). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Signs the heads of audit chains; its secret is the installation's, outside the database. */
export interface ChainKey {
  sign(head: Omit<Checkpoint, 'signature'>): Checkpoint
  isSigned(checkpoint: Checkpoint): boolean
  /** For auditors, who verify without the secret: SPKI in PEM. */
  readonly publicKey: string
}

/** The signing key that belongs to a HARMONY_SECRET (Ed25519, derived by HKDF). */
export function chainKey(secret: string): ChainKey {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'harmony audit chain', 32))
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(key)
  return {
    sign: (head) => ({ ...head, signature: sign(null, Buffer.from(checkpointText(head)), key).toString('base64url') }),
    isSigned: (checkpoint) => isSignedBy(publicKey, checkpoint),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  }
}

/** Whether the holder of the private key signed this head. @param publicKey PEM, or a key */
export function isSignedBy(publicKey: KeyObject | string, checkpoint: Checkpoint): boolean {
  const text = Buffer.from(checkpointText(checkpoint))
  return verify(null, text, publicKey, Buffer.from(checkpoint.signature, 'base64url'))
}
