import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countRows, type TestDatabase, testDatabase } from '../../../testing/index.ts'
import { newId } from '../../kernel/index.ts'
import { withTenant } from '../db/with-tenant.ts'
import { attachmentHeader, cleanFileName } from './file-name.ts'
import { readFile } from './read-file.ts'
import { storeFile } from './store-file.ts'

let t: TestDatabase
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'harmony-files-'))
  process.env.FILES_DIR = folder
  t = await testDatabase()
})
afterAll(() => t.close())

const accountId = newId()
const citizen = () => t.ctx('mogaha', { kind: 'citizen', accountId, customerId: newId() })

async function* parts(...chunks: (string | Uint8Array)[]) {
  for (const chunk of chunks) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
}
const store = (name: string, ...chunks: (string | Uint8Array)[]) =>
  storeFile(citizen(), { name, bytes: parts(...chunks) })

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const PDF = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'
const HWP3 = 'HWP Document File V3.00 \x1a\x01\x02\x03\x04\x05 text'

/** A compound file whose first directory entries name these streams. */
function compound(...names: string[]): Buffer {
  const file = Buffer.alloc(512 * 3)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  file.writeUInt16LE(9, 30)
  file.writeUInt32LE(1, 48)
  for (const [i, name] of names.entries()) Buffer.from(name, 'utf16le').copy(file, 1024 + i * 128)
  return file
}

/** The first bytes of a zip whose first entry is the stored `mimetype`. */
function hwpx(): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt32LE(19, 18)
  head.writeUInt32LE(19, 22)
  head.writeUInt16LE(8, 26)
  return Buffer.concat([head, Buffer.from('mimetypeapplication/hwp+zip')])
}

describe('a stored file', () => {
  it('keeps its bytes under their hash, once per agency, and gives them back', async () => {
    const first = await store('질문 목록.txt', '안녕', '하세요')
    const second = await store('다른 이름.txt', '안녕하세요')
    expect(second.hash).toBe(first.hash)
    expect(await readdir(join(folder, t.mogaha.id, first.hash.slice(0, 2)))).toEqual([first.hash])
    expect(await readdir(join(folder, t.mogaha.id, 'drafts'))).toEqual([])
    const read = await withTenant(citizen(), (tx) => readFile(tx, first.id))
    const bytes: Uint8Array[] = []
    for await (const part of read.bytes) bytes.push(part as Uint8Array)
    expect(Buffer.concat(bytes).toString()).toBe('안녕하세요')
    expect(read).toMatchObject({ name: '질문 목록.txt', size: 15, mediaType: 'text/plain', uploadedBy: accountId })
    await t.expectAudit(t.ctx('mogaha'), { action: 'file.upload', subjectId: first.id })
    await expect(withTenant(t.ctx('gangnam'), (tx) => readFile(tx, first.id))).rejects.toThrow('file.not-found')
  })

  it.each([
    ['문서.pdf', PDF, 'application/pdf'],
    ['그림.PNG', PNG, 'image/png'],
    ['옛 문서.hwp', HWP3, 'application/x-hwp'],
    ['문서.hwp', compound('Root Entry', 'FileHeader'), 'application/x-hwp'],
    ['문서.hwpx', hwpx(), 'application/hwp+zip'],
    ['표.xls', compound('Root Entry', 'Workbook'), 'application/x-cfb'],
    ['cp949.csv', Buffer.from('b0a1b3aa2c31320d0a', 'hex'), 'text/plain'],
  ])('%s has its type by content', async (name, content, mediaType) => {
    expect((await store(name, content)).mediaType).toBe(mediaType)
  })

  it.each([
    ['빈 파일.txt', '', 'file.empty'],
    ['그림.pdf', PNG, 'file.type-mismatch'],
    ['문서.hwp', compound('Root Entry', 'Workbook'), 'file.type-mismatch'],
    ['프로그램.txt', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'file.type-not-allowed'],
    ['쪽.txt', '<!doctype html><script>1</script>', 'file.type-not-allowed'],
    ['그림.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'file.type-not-allowed'],
    ['이름만', '글', 'file.type-mismatch'],
  ])('%s is refused and leaves nothing behind', async (name, content, code) => {
    const before = await countRows(t.ctx('mogaha'), 'public.file')
    await expect(store(name, content)).rejects.toMatchObject({ code, field: 'file' })
    expect(await countRows(t.ctx('mogaha'), 'public.file')).toBe(before)
    expect(await readdir(join(folder, t.mogaha.id, 'drafts'))).toEqual([])
  })

  it('over 50 MB is stopped while it streams', async () => {
    const megabyte = new Uint8Array(1024 * 1024)
    let sent = 0
    async function* endless() {
      for (;;) {
        sent += 1
        yield megabyte
      }
    }
    await expect(storeFile(citizen(), { name: '큰 파일.txt', bytes: endless() })).rejects.toMatchObject({
      code: 'file.too-large',
      params: { megabytes: 50 },
    })
    expect(sent).toBeLessThan(60)
    expect(await readdir(join(folder, t.mogaha.id, 'drafts'))).toEqual([])
  })
})

describe('a file’s name', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\보고서.hwp', '보고서.hwp'],
    ['a\u202Etxt.exe\u0000', 'atxt.exe'],
    ['  ..숨김.txt. ', '숨김.txt'],
    ['<b>:"|?*.txt', '_b______.txt'],
    ['', 'file'],
    ['/', 'file'],
  ])('%j becomes %j', (raw, clean) => {
    expect(cleanFileName(raw)).toBe(clean)
  })

  it('keeps its ending when it is cut', () => {
    const name = cleanFileName(`${'가'.repeat(300)}.hwpx`)
    expect(name).toHaveLength(200)
    expect(name.endsWith('.hwpx')).toBe(true)
  })

  it('cannot break out of the download header', () => {
    expect(attachmentHeader('질문"\r\nX: 1.txt')).toBe(
      `attachment; filename="_____X: 1.txt"; filename*=UTF-8''%EC%A7%88%EB%AC%B8%22%0D%0AX%3A%201.txt`,
    )
  })
})
