import type { Ctx, Id } from '../../../kernel/index.ts'
import { filesById, parse, type TxCtx, withTenant } from '../../../platform/index.ts'
import { plainText } from '../../rich-text.ts'
import { kindOf } from '../act.ts'
import { versionOf } from '../content.store.ts'
import { type DocumentContent, findDocument } from '../document.store.ts'
import { compareLines } from '../domain/compare.ts'
import type { FieldValue } from '../domain/fields.ts'
import { documentFileIds } from '../files.store.ts'
import { type CompareVersionsInput, type CompareVersionsOutput, compareVersionsInput } from '../types.ts'
import { contentOf } from './get-document.ts'

/** What differs between two kept versions, or between one and what stands there now. @throws NotFoundError */
export async function compareVersions(ctx: Ctx, raw: CompareVersionsInput): Promise<CompareVersionsOutput> {
  const input = parse(compareVersionsInput, raw)
  return withTenant(ctx, async (tx) => {
    const document = await findDocument(tx, input.documentId)
    const { kind } = await kindOf(tx, document)
    const before = await versionOf(tx, document.id, input.before)
    const after: DocumentContent & { fileIds: readonly Id[] } =
      input.after === undefined
        ? { ...(await contentOf(tx, document)), fileIds: await documentFileIds(tx, document.id) }
        : await versionOf(tx, document.id, input.after)
    const lines = (content: DocumentContent) => plainText(content.body).split('\n')
    return {
      title: before.title === after.title ? null : { before: before.title, after: after.title },
      fields: kind.fields.flatMap(({ key, name }) => {
        const [old, fresh] = [words(before.fields[key]), words(after.fields[key])]
        return old === fresh ? [] : [{ key, name, before: old, after: fresh }]
      }),
      body: compareLines(lines(before), lines(after)),
      files: {
        added: await namesOf(tx, after.fileIds, before.fileIds),
        removed: await namesOf(tx, before.fileIds, after.fileIds),
      },
    }
  })
}

function words(value: FieldValue | undefined): string {
  return value === undefined || value === null ? '' : String(value)
}

async function namesOf(tx: TxCtx, these: readonly Id[], without: readonly Id[]): Promise<string[]> {
  const files = await filesById(
    tx,
    these.filter((id) => !without.includes(id)),
  )
  return files.map((file) => file.name)
}
