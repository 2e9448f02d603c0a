import type { Readable } from 'node:stream'
import type { Ctx, Id } from '../../kernel/index.ts'
import { type FileRight, readAttachedFile, type StoredFile } from '../../platform/index.ts'
import { subjectOf } from '../act.ts'
import { petitionsOfFile } from '../files.store.ts'
import { findPetition } from '../petition.store.ts'
import { answersOf, attachmentsOf } from '../petition-view.store.ts'
import { can } from '../policy.ts'

/**
 * A file with its bytes for somebody who may read the petition it is tied to, or who uploaded it and has not sent it yet.
 * @throws NotFoundError `file.not-found`, whether missing or not theirs
 */
export function readPetitionFile(ctx: Ctx, raw: { fileId: Id }): Promise<StoredFile & { bytes: Readable }> {
  return readAttachedFile(ctx, raw, [mayReadPetitionFile])
}

/** Whether the actor may read a petition the file is tied to; a citizen gets answers' files only when the answer is final. */
export const mayReadPetitionFile: FileRight = async (tx, file) => {
  const { actor } = tx
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
