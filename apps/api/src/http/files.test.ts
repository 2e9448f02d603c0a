import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDemoAccounts } from '@harmony/core/identity'
import { type TestDatabase, testDatabase } from '@harmony/core/testing'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { createApp } from './app.ts'

const PASSWORD = 'walls of Suwon fortress'
const HOST = { host: 'localhost:3000', 'x-forwarded-for': '10.0.0.7' }
let t: TestDatabase
let app: Hono
let cookies: Record<'a' | 'b', string>

beforeAll(async () => {
  process.env.FILES_DIR = await mkdtemp(join(tmpdir(), 'harmony-http-files-'))
  t = await testDatabase()
  const accounts = (['a', 'b'] as const).map((who) => ({
    kind: 'citizen' as const,
    email: `${who}@harmony.demo`,
    name: who,
  }))
  await createDemoAccounts(t.ctx('mogaha'), accounts, PASSWORD, { demoAccounts: true })
  const config = readConfig({ NODE_ENV: 'test', TRUST_PROXY: '1', LOG_LEVEL: 'silent', HARMONY_DEMO: '1' })
  app = createApp(t.app, config, { web: '/nowhere', admin: '/nowhere' })
  cookies = { a: await signIn('a'), b: await signIn('b') }
})
afterAll(() => t.close())

async function signIn(who: string): Promise<string> {
  const response = await app.request('/api/mogaha/trpc/identity.signIn', {
    method: 'POST',
    headers: { ...HOST, 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${who}@harmony.demo`, password: PASSWORD }),
  })
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

function upload(body: BodyInit, options: { cookie?: string; agency?: string; headers?: Record<string, string> } = {}) {
  const { cookie = cookies.a, agency = 'mogaha', headers = {} } = options
  return app.request(`/api/${agency}/files`, {
    method: 'POST',
    headers: { ...HOST, cookie, ...headers },
    body,
    duplex: 'half',
  } as RequestInit)
}

function form(name: string, content: BlobPart): FormData {
  const data = new FormData()
  data.append('note', '앞선 칸')
  data.append('file', new File([content], name))
  return data
}

const codeOf = async (response: Response) =>
  ((await response.json()) as { error: { messageCode: string } }).error.messageCode

describe('an upload', () => {
  test('is stored whole with its name and type, and comes back as an attachment to its owner only', async () => {
    const text = `${'한글 '.repeat(40_000)}\r\n--boundary? 아닙니다\r\n`
    const response = await upload(form('질문 "목록".txt', text))
    expect(response.status).toBe(201)
    const file = (await response.json()) as { id: string; name: string; size: number; mediaType: string }
    expect(file).toMatchObject({ name: '질문 _목록_.txt', size: Buffer.byteLength(text), mediaType: 'text/plain' })

    const given = await app.request(`/api/mogaha/files/${file.id}`, { headers: { ...HOST, cookie: cookies.a } })
    expect(given.status).toBe(200)
    expect(given.headers.get('content-disposition')).toMatch(/^attachment; filename="/)
    expect(given.headers.get('x-content-type-options')).toBe('nosniff')
    expect(given.headers.get('cache-control')).toBe('no-store')
    expect(await given.text()).toBe(text)
    for (const cookie of [cookies.b, '']) {
      const refused = await app.request(`/api/mogaha/files/${file.id}`, { headers: { ...HOST, cookie } })
      expect(refused.status).toBe(cookie === '' ? 401 : 404)
    }
    const elsewhere = await app.request(`/api/gangnam/files/${file.id}`, { headers: { ...HOST, cookie: cookies.a } })
    expect(elsewhere.status).toBe(404)
  })

  test.each([
    ['빈 파일.txt', '', 400, 'file.empty'],
    ['프로그램.pdf', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), 400, 'file.type-not-allowed'],
    ['그림.png', '글입니다', 400, 'file.type-mismatch'],
  ])('of %s is refused in words', async (name, content, status, code) => {
    const response = await upload(form(name, content as BlobPart))
    expect(response.status).toBe(status)
    expect(await codeOf(response)).toBe(code)
  })

  test('of 300 MB is refused before it is read, and while it streams when its length is not told', async () => {
    const announced = await upload('x', { headers: { 'content-length': String(300 * 1024 * 1024) } })
    expect([announced.status, await codeOf(announced)]).toEqual([413, 'file.too-large'])
    let sent = 0
    const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="big.txt"\r\n\r\n'
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(sent === 0 ? new TextEncoder().encode(head) : new Uint8Array(1024 * 1024).fill(97))
        sent += 1
        if (sent > 300) controller.close()
      },
    })
    const streamed = await upload(stream, { headers: { 'content-type': 'multipart/form-data; boundary=b' } })
    expect([streamed.status, await codeOf(streamed)]).toEqual([413, 'file.too-large'])
    expect(sent).toBeLessThan(60)
  })

  test('that is no form, has no file, or breaks off is refused', async () => {
    const multipart = { 'content-type': 'multipart/form-data; boundary=b' }
    const part = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n가나'
    const cases: [BodyInit, Record<string, string>, string][] = [
      ['{}', { 'content-type': 'application/json' }, 'file.missing'],
      ['--b\r\nContent-Disposition: form-data; name="note"\r\n\r\nx\r\n--b--', multipart, 'file.missing'],
      ['nothing of the kind', multipart, 'file.missing'],
      [part, multipart, 'file.cut-off'],
    ]
    for (const [body, headers, code] of cases) {
      const response = await upload(body, { headers })
      expect([response.status, await codeOf(response)]).toEqual([400, code])
    }
  })

  test('needs a session of the agency and comes from the same site', async () => {
    expect((await upload(form('a.txt', '가'), { cookie: '' })).status).toBe(401)
    expect((await upload(form('a.txt', '가'), { agency: 'nowhere' })).status).toBe(404)
    expect((await upload(form('a.txt', '가'), { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
  })
})
