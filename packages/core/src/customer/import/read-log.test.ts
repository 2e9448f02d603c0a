import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LogOptions, readLog } from './read-log.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'harmony-log-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function read(content: string | Uint8Array, required: string[] = [], options: Partial<LogOptions> = {}) {
  const file = join(folder, 'log.csv')
  await writeFile(file, content)
  const rows = []
  for await (const row of readLog(file, { encoding: 'auto', delimiter: ',', ...options }, required)) {
    rows.push('fields' in row ? { line: row.line, ...Object.fromEntries(row.fields) } : row)
  }
  return rows
}

describe('a request log in CSV', () => {
  it('may have a BOM, quotes, line breaks inside fields and CRLF', async () => {
    expect(await read('\uFEFFid,제목\r\n1,"가로등 ""고장""\r\n두 줄, 쉼표"\r\n2,보도블록\r\n', ['id', '제목'])).toEqual(
      [
        { line: 2, id: '1', 제목: '가로등 "고장"\n두 줄, 쉼표' },
        { line: 4, id: '2', 제목: '보도블록' },
      ],
    )
  })

  it('may be CP949 or UTF-16', async () => {
    const text = 'id,담당부서\n1,민원봉사과 똠방각하\n'
    const expected = [{ line: 2, id: '1', 담당부서: '민원봉사과 똠방각하' }]
    expect(await read(iconv.encode(text, 'cp949'))).toEqual(expected)
    expect(await read(iconv.encode(text, 'utf-16le', { addBOM: true }))).toEqual(expected)
    expect(await read(text)).toEqual(expected)
  })

  it('is CP949 even when only its last record says so', async () => {
    const text = `id,담당\n${'1,x\n'.repeat(40_000)}2,민원실\n`.replace('담당', 'unit')
    expect((await read(iconv.encode(text, 'cp949'))).at(-1)).toMatchObject({ unit: '민원실' })
  })

  it('refuses a record whose bytes its encoding does not know', async () => {
    const bytes = Buffer.concat([iconv.encode('id,담당\n1,민원실\n2,', 'cp949'), Buffer.from([0xff, 0xfe, 0x0a])])
    expect(await read(bytes)).toEqual([
      { line: 2, id: '1', 담당: '민원실' },
      { line: 3, code: 'import.undecodable', params: { encoding: 'cp949' } },
    ])
  })

  it('names a missing column and what there is instead', async () => {
    await expect(read('id,opened\n1,2\n', ['id', 'received'])).rejects.toMatchObject({
      code: 'import.column-missing',
      params: { column: 'received', found: 'id, opened' },
    })
    await expect(read('id,id\n1,2\n')).rejects.toMatchObject({
      code: 'import.column-repeated',
      params: { column: 'id' },
    })
  })

  it('goes on after a record that is broken, naming its line', async () => {
    expect(await read('id,title\n1\n2,ok\n3,a,b\n4,a 15" pipe\n5,ok\n')).toEqual([
      { line: 2, code: 'import.field-count', params: { found: 1, expected: 2 } },
      { line: 3, id: '2', title: 'ok' },
      { line: 4, code: 'import.field-count', params: { found: 3, expected: 2 } },
      { line: 5, id: '4', title: 'a 15" pipe' },
      { line: 6, id: '5', title: 'ok' },
    ])
    expect(await read('id,title\n1,ok\n2,"never closed\n3,ok\n')).toEqual([
      { line: 2, id: '1', title: 'ok' },
      { line: 4, code: 'import.quotes-open', params: { reason: 'CSV_QUOTE_NOT_CLOSED' } },
    ])
  })

  it.each([
    ['import.file-empty', ''],
    ['import.not-text', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0])],
    ['import.not-text', 'id,a\n1,\u0000\n'],
  ])('is refused: %s', async (code, content) => {
    await expect(read(content)).rejects.toMatchObject({ code })
  })

  it('may have 256 MB at most', async () => {
    const file = join(folder, 'large.csv')
    await writeFile(file, 'id\n')
    await truncate(file, 300 * 1024 * 1024)
    const rows = readLog(file, { encoding: 'auto', delimiter: ',' }, [])
    await expect(rows.next()).rejects.toMatchObject({
      kind: 'too-large',
      code: 'import.file-too-large',
      params: { max: 256 },
    })
  })

  it('must exist', async () => {
    const rows = readLog(join(folder, 'none.csv'), { encoding: 'auto', delimiter: ',' }, [])
    await expect(rows.next()).rejects.toMatchObject({ code: 'import.file-missing' })
  })
})
