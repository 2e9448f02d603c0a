import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../testing/index.ts'
import { type Ctx, type Id, newId } from '../../kernel/index.ts'
import { withTenant } from '../db/with-tenant.ts'
import type { JobHandle } from '../jobs/define-job.ts'
import { listJobs } from '../jobs/request-job.ts'
import { previewFile, readPages } from './preview-file.ts'
import { readAttachedFile } from './read-attached-file.ts'
import { fileJobs, fileSchedules } from './read-text-job.ts'
import { sampleHwp } from './reading/sample.fixture.ts'
import { storeFile } from './store-file.ts'

let t: TestDatabase
const filesBefore = process.env.FILES_DIR
beforeAll(async () => {
  process.env.FILES_DIR = await mkdtemp(join(tmpdir(), 'harmony-previews-'))
  t = await testDatabase()
})
afterAll(async () => {
  if (filesBefore === undefined) delete process.env.FILES_DIR
  else process.env.FILES_DIR = filesBefore
  await t.close()
})

const accountId = newId()
const officer = (id = newId()) =>
  ({ kind: 'officer', accountId: id, personId: newId(), roles: [], unitIds: [], headOf: [] }) as const
const mine = () => t.ctx('mogaha', officer(accountId))
const handle: JobHandle = { signal: new AbortController().signal, cancelled: () => false, progress: async () => {} }

async function store(ctx: Ctx, name: string, bytes: Uint8Array): Promise<Id> {
  async function* once() {
    yield bytes
  }
  return (await storeFile(ctx, { name, bytes: once() })).id
}
const words = (text: string) => new TextEncoder().encode(text)
const work = (fileId: Id) => fileJobs[0].run(t.workerCtx('mogaha'), { fileId }, handle)
const waiting = async () =>
  (await listJobs(t.ctx('mogaha'))).filter((run) => run.name === 'files.read-text' && run.state === 'requested').length
const found = (slug: 'mogaha' | 'gangnam', text: string) =>
  withTenant(t.ctx(slug), async (tx) => {
    const rows = await tx.sql.execute<{ id: Id }>(sql`select platform.search_file_text(${text}) as id`)
    return rows.map((row) => row.id)
  })

describe('an attachment', () => {
  it('is read by the worker: its text is found in its own agency only, its pages are shown', async () => {
    const paragraphs = Array.from({ length: 50 }, (_, line) => `${line + 1}. 팀제 매뉴얼 제작·보급 100% 계획`)
    const fileId = await store(mine(), '계획.hwpx', sampleHwp('hwpx', paragraphs))
    expect(await previewFile(mine(), { fileId }, [])).toMatchObject({ status: 'waiting', shows: 'nothing', text: '' })
    expect(await waiting()).toBe(1)
    expect(await work(fileId)).toMatchObject({ characters: expect.any(Number) })
    const preview = await previewFile(mine(), { fileId }, [])
    expect(preview).toMatchObject({ status: 'extracted', shows: 'pages', cut: false, name: '계획.hwpx' })
    expect(preview.text).toContain('50. 팀제 매뉴얼')
    const { pages, total } = await readPages(mine(), { fileId, from: 2 }, [])
    expect(pages.map(({ page }) => page)).toEqual(Array.from({ length: total - 1 }, (_, i) => i + 2))
    expect(pages[0]?.svg).toMatch(/^<svg /)
    await expect(readPages(mine(), { fileId, from: total + 1 }, [])).rejects.toThrow('file.no-preview')
    expect(await found('mogaha', '보급 100%')).toEqual([fileId])
    expect(await found('mogaha', '보급 1000')).toEqual([])
    expect(await found('mogaha', '팀제')).toEqual([fileId])
    expect(await found('mogaha', '제팀')).toEqual([])
    expect(await found('gangnam', '팀제')).toEqual([])
    expect(await found('gangnam', '보급 100%')).toEqual([])
    await t.expectAudit(mine(), { action: 'file.read', subjectType: 'file', subjectId: fileId })
  })

  it('with the same bytes as one already read is not read again', async () => {
    const before = await waiting()
    const first = await store(mine(), '목록.txt', words('같은 글'))
    await work(first)
    const second = await store(t.ctx('mogaha', officer()), '다른 이름.txt', words('같은 글'))
    expect(await waiting()).toBe(before + 1)
    expect((await found('mogaha', '같은 글')).sort()).toEqual([first, second].sort())
  })

  it.each([
    ['깨진.hwp', words('HWP Document File V3.00 \u001a\u0001\u0002'), 'unreadable', 'nothing'],
    ['묶음.zip', Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), 'not-supported', 'nothing'],
    ['빈칸.txt', words('   '), 'extracted', 'nothing'],
    ['글.csv', words('가,나'), 'extracted', 'text'],
  ])('%s downloads whatever could be read of it', async (name, bytes, status, shows) => {
    const fileId = await store(mine(), name, bytes)
    await work(fileId)
    expect(await previewFile(mine(), { fileId }, [])).toMatchObject({ status, shows })
    const { bytes: stream } = await readAttachedFile(mine(), { fileId }, [])
    expect(Buffer.concat(await stream.toArray())).toEqual(Buffer.from(bytes))
    await expect(readPages(mine(), { fileId, from: 1 }, [])).rejects.toThrow('file.no-preview')
  })

  it('is there only for who uploaded it or has a right to its record; for anyone else it does not exist', async () => {
    const fileId = await store(mine(), '비공개.txt', words('비공개 내용'))
    const other = t.ctx('mogaha', officer())
    const abroad = t.ctx('gangnam', officer(accountId))
    const guest = t.ctx('mogaha', { kind: 'guest' })
    for (const ctx of [other, abroad, guest]) {
      const right = ctx === other ? [async () => false] : [async () => true]
      await expect(previewFile(ctx, { fileId }, right)).rejects.toThrow('file.not-found')
      await expect(readPages(ctx, { fileId, from: 1 }, right)).rejects.toThrow('file.not-found')
      await expect(readAttachedFile(ctx, { fileId }, right)).rejects.toThrow('file.not-found')
    }
    expect(await previewFile(other, { fileId }, [async () => false, async () => true])).toMatchObject({ id: fileId })
    await expect(previewFile(mine(), { fileId: 'x' }, [])).rejects.toMatchObject({ field: 'fileId' })
  })

  it('that nobody has read for a while is found by the schedule', async () => {
    const fileId = await store(mine(), '옛 파일.txt', words('옛 글'))
    const plan = () => withTenant(t.workerCtx('mogaha'), async (tx) => fileSchedules[0]?.plan(tx, newId()))
    await t.admin`update file set created_at = now() - interval '1 day' where id = ${fileId}`
    expect(await plan()).not.toBeNull()
    expect(await fileJobs[1].run(t.workerCtx('mogaha'), {}, handle)).toEqual({ files: 1 })
    expect(await found('mogaha', '옛 글')).toEqual([fileId])
    expect(await plan()).toBeNull()
  })
})
