import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../testing/index.ts'
import { newId } from '../../kernel/index.ts'
import { audit } from '../audit/audit.ts'
import { chainKey } from '../audit/chain-key.ts'
import { verifyAudit } from '../audit/read-chain.ts'
import { sealAudit } from '../audit/seal-audit.ts'
import { withTenant } from '../db/with-tenant.ts'
import { storeFile } from '../files/store-file.ts'
import { checkBackup, restoreBackup, writeBackup } from './backup.ts'

let from: TestDatabase
let into: TestDatabase
let folder: string
const before = process.env.FILES_DIR
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'harmony-backup-'))
  process.env.FILES_DIR = join(folder, 'files')
  from = await testDatabase()
  into = await testDatabase()
  for (const slug of ['mogaha', 'gangnam'] as const) {
    const ctx = from.ctx(slug, { kind: 'citizen', accountId: newId(), customerId: newId() })
    await storeFile(ctx, { name: '붙임.txt', bytes: words(`${slug}의 글`) })
    await withTenant(ctx, (tx) =>
      audit(tx, { action: 'a.b', subjectType: 'a', subjectId: 'x', reason: '줄\n바꿈\t칸\\' }),
    )
    await sealAudit(from.workerCtx(slug))
  }
})
afterAll(async () => {
  await Promise.all([from.close(), into.close()])
  if (before === undefined) delete process.env.FILES_DIR
  else process.env.FILES_DIR = before
  await rm(folder, { recursive: true })
})

async function* words(text: string) {
  yield new TextEncoder().encode(text)
}
const place = (t: TestDatabase, name: string, files = join(folder, 'files')) => ({
  adminUrl: t.adminUrl,
  filesDir: files,
  folder: join(folder, name),
})

describe('a backup', () => {
  it('of one agency comes back into another installation, equal by hash, with a chain that verifies', async () => {
    const there = join(folder, 'files-there')
    const made = await writeBackup(place(from, 'mogaha'), from.mogaha)
    expect(made.files).toHaveLength(1)
    expect(made.tables.find((table) => table.name === 'public.audit_event')?.rows).toBeGreaterThan(1)
    await into.admin`delete from shared.tenant where id = ${into.mogaha.id}`
    const restored = await restoreBackup(place(into, 'mogaha', there))
    expect(restored.sha256).toBe(made.sha256)
    const again = await writeBackup({ ...place(into, 'mogaha-again', there) }, into.mogaha)
    expect(again.sha256).toBe(made.sha256)
    const key = chainKey('x'.repeat(32))
    expect(await verifyAudit(into.workerCtx('mogaha'), [], key.isSigned)).toMatchObject({ faults: [] })
    expect(again.tables.map((table) => table.name)).not.toContain('auth.session')
  })

  it('of the whole installation comes back into an empty one only', async () => {
    const made = await writeBackup(place(from, 'whole'), null)
    expect(made.files).toHaveLength(2)
    await expect(restoreBackup(place(into, 'whole'))).rejects.toMatchObject({ code: 'backup.not-empty' })
    await into.admin`truncate shared.tenant cascade`
    for (const { name } of made.tables) await into.admin.unsafe(`truncate ${name} cascade`)
    await restoreBackup(place(into, 'whole', join(folder, 'files-whole')))
    const again = await writeBackup(place(into, 'whole-again', join(folder, 'files-whole')), null)
    expect(again.sha256).toBe(made.sha256)
  })

  it('that is damaged, of another version or no backup at all is refused before anything is written', async () => {
    await expect(checkBackup(join(folder, 'files'))).rejects.toMatchObject({ code: 'backup.unreadable' })
    await expect(writeBackup(place(from, 'mogaha'), from.mogaha)).rejects.toMatchObject({ code: 'backup.folder-taken' })
    const table = join(folder, 'mogaha/tables/public.audit_event.copy.gz')
    const bytes = await readFile(table)
    await writeFile(table, bytes.subarray(0, bytes.length - 4))
    await expect(checkBackup(join(folder, 'mogaha'))).rejects.toMatchObject({
      code: 'backup.damaged',
      params: { part: 'public.audit_event' },
    })
  })
})
