import type { Readable } from 'node:stream'
import { z } from 'zod'
import { type Ctx, type Id, NotFoundError } from '../../kernel/index.ts'
import { audit, filesById, parse, readFile, type StoredFile, type TxCtx, withTenant } from '../../platform/index.ts'
import { subjectOf } from '../act.ts'
import { petitionsOfFile } from '../files.store.ts'
import { findPetition } from '../petition.store.ts'
import { answersOf, attachmentsOf } from '../petition-view.store.ts'
import { can } from '../policy.ts'

const input = z.strictObject({ fileId: z.uuid() })

/**
 * A file with its bytes for somebody who may read the petition it is tied to, or who uploaded it and has not sent it yet.
 * A citizen gets answers' files only when the answer is final. Each reading by an officer is recorded.
 * @throws NotFoundError `file.not-found`, whether missing or not theirs
 */
export async function readPetitionFile(ctx: Ctx, raw: { fileId: Id }): Promise<StoredFile & { bytes: Readable }> {
  const { fileId } = parse(input, raw)
  return withTenant(ctx, async (tx) => {
    const [file] = await filesById(tx, [fileId])
    if (file === undefined || !(await mayRead(tx, file))) throw new NotFoundError('file.not-found')
    if (tx.actor.kind === 'officer') await audit(tx, { action: 'file.read', subjectType: 'file', subjectId: fileId })
    return readFile(tx, fileId)
  })
}

async function mayRead(tx: TxCtx, file: StoredFile): Promise<boolean> {
  const { actor } = tx
  if (actor.kind === 'guest') return false
  if ('accountId' in actor && file.uploadedBy === actor.accountId) return true
  for (const petitionId of await petitionsOfFile(tx, file.id)) {
    const petition = await findPetition(tx, petitionId)
    if (!can(actor, 'read', await subjectOf(tx, petition))) continue
    if (actor.kind !== 'citizen') return true
    const [files, answers] = await Promise.all([attachmentsOf(tx, petitionId), answersOf(tx, petitionId)])
    const final = new Set(answers.filter((answer) => answer.status === 'final').map((answer) => answer.id))
    if (files.some((one) => one.id === file.id && (one.part !== 'answer' || final.has(one.partId ?? '')))) return true
  }
  return false
}
