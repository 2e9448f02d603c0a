import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
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

describe('a preview', () => {
  const get = (path: string, cookie = cookies.a ?? '') =>
    app.request(`/api/mogaha/${path}`, { headers: { ...HOST, cookie } })
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const store = async (name: string, content: BlobPart) =>
    ((await (await upload(form(name, content))).json()) as { id: string }).id

  test('shows drawn pages in a frame that runs nothing and that only our pages may show', async () => {
    const id = await store('계획 <1>.txt', '글')
    const { hash } = (await t.admin`select hash from file where id = ${id}`)[0] as { hash: string }
    const folder = join(process.env.FILES_DIR ?? '', t.mogaha.id, 'pages', hash)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, '1.svg.gz'), gzipSync('<svg viewBox="0 0 1 1"></svg>'))
    expect((await get(`files/${id}/preview`)).status).toBe(404)
    await t.admin`insert into file_text (tenant_id, file_id, status, pages, drawn, extracted_at)
      values (${t.mogaha.id}, ${id}, 'extracted', 1, 1, now())`
    const given = await get(`files/${id}/preview`)
    expect(given.status).toBe(200)
    const policy = given.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(
      /^sandbox; default-src 'none'; style-src 'self' 'sha256-[^']+'; font-src 'self'; img-src data:;/,
    )
    expect(policy).toContain("frame-ancestors 'self'")
    const html = await given.text()
    expect(html).toContain('<svg viewBox="0 0 1 1"></svg>')
    expect(html).toContain('계획 _1_.txt')
    const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? ''
    expect(policy).toContain(createHash('sha256').update(style).digest('base64'))
    const fonts = await app.request('/preview-fonts/pretendardvariable-gov-dynamic-subset.css', { headers: HOST })
    expect([fonts.status, fonts.headers.get('cross-origin-resource-policy')]).toEqual([200, 'cross-origin'])
    expect(
      (await app.request('/preview-fonts/../../package.json', { headers: HOST })).headers.get('content-type'),
    ).not.toContain('json')
    for (const wrong of ['?from=2', '?from=0', '?from=x']) {
      expect((await get(`files/${id}/preview${wrong}`)).status).toBe(wrong === '?from=2' ? 404 : 400)
    }
    expect((await get(`files/${id}/preview`, cookies.b)).status).toBe(404)
    expect((await get(`files/${id}/preview`, '')).status).toBe(401)
  })

  test('shows a picture as it is, and nothing else', async () => {
    const id = await store('그림.png', png)
    const given = await get(`files/${id}/picture`)
    expect(given.headers.get('content-type')).toBe('image/png')
    expect(given.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
    expect(Buffer.from(await given.arrayBuffer())).toEqual(png)
    expect((await get(`files/${id}/picture`, cookies.b)).status).toBe(404)
    expect((await get(`files/${await store('글.txt', '글')}/picture`)).status).toBe(404)
  })
})
