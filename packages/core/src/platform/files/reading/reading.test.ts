import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { strToU8, unzipSync, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanSvg } from './clean-svg.ts'
import { type IsolatedReader, isolatedReader } from './isolated-reader.ts'
import { MAX_TEXT } from './plain.ts'
import { mutate, numbersFrom, sampleHwp } from './sample.fixture.ts'

const HWP = 'application/x-hwp'
const HWPX = 'application/hwp+zip'
const OPEN_XML = 'application/vnd.openxmlformats-officedocument'
const PLAN = ['팀제 매뉴얼 제작·보급 계획', '팀제의 목적과 취지를 알린다. <script>alert(1)</script>']

/** The quick form; `MUTATIONS=1000` is the long one. */
const MUTATIONS = Number(process.env.MUTATIONS ?? 60)

let folder: string
let reader: IsolatedReader
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'harmony-reading-'))
  reader = isolatedReader()
})
afterAll(async () => {
  await reader.close()
  await rm(folder, { recursive: true, force: true })
})

async function read(bytes: Uint8Array, mediaType: string, by = reader) {
  const path = join(folder, 'file')
  await writeFile(path, bytes)
  return by.read({ path, mediaType, folder: join(folder, 'pages') })
}

const zip = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))

/** A PDF of one page with one line. */
function pdf(line: string): Uint8Array {
  const stream = `BT /F1 12 Tf 40 100 Td (${line}) Tj ET`
  return strToU8(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n` +
      `4 0 obj<</Length ${stream.length}>>stream\n${stream}\nendstream endobj\n` +
      `5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF`,
  )
}

describe('the text of an attachment', () => {
  it.each(['hwp', 'hwpx'] as const)(
    '%s: paragraphs and cells in order, pages drawn without a script',
    async (format) => {
      const found = await read(sampleHwp(format, PLAN), format === 'hwp' ? HWP : HWPX)
      expect(found).toMatchObject({ read: true, cut: false, pages: 1, drawn: 1 })
      expect(found.read && found.text).toBe([...PLAN, '', '표 안의 글'].join('\n'))
      const page = gunzipSync(await readFile(join(folder, 'pages', '1.svg.gz'))).toString()
      expect(page).toMatch(/^<svg .*<\/svg>$/s)
      expect(page).not.toMatch(/<script|\son\w+=|javascript:|https?:\/\/(?!www\.w3\.org)/i)
    },
  )

  it.each([
    ['txt', 'text/plain', strToU8('가나다\r\n\r\n\r\n\r\n  라\u0000 마 '), '가나다\n\n라 마'],
    ['txt in CP949', 'text/plain', iconv.encode('행정자치부', 'cp949'), '행정자치부'],
    ['txt in UTF-16', 'text/plain', iconv.encode('행정자치부', 'utf16-le', { addBOM: true }), '행정자치부'],
    ['pdf', 'application/pdf', pdf('Team manual plan'), 'Team manual plan'],
    [
      'docx',
      `${OPEN_XML}.wordprocessingml.document`,
      zip({ 'word/document.xml': '<w:p><w:r><w:t>팀제 &amp; 혁신</w:t></w:r></w:p><w:p><w:t>둘째 줄</w:t></w:p>' }),
      '팀제 & 혁신\n둘째 줄',
    ],
    [
      'xlsx',
      `${OPEN_XML}.spreadsheetml.sheet`,
      zip({ 'xl/sharedStrings.xml': '<sst><si><t>본부</t></si><si><t>정상</t></si></sst>', 'xl/styles.xml': '<x/>' }),
      '본부\n정상',
    ],
    [
      'pptx',
      `${OPEN_XML}.presentationml.presentation`,
      zip({
        'ppt/slides/slide10.xml': '<a:p><a:t>끝</a:t></a:p>',
        'ppt/slides/slide2.xml': '<a:p><a:t>앞</a:t></a:p>',
      }),
      '앞\n\n끝',
    ],
    [
      'odt',
      'application/vnd.oasis.opendocument.text',
      zip({ 'content.xml': '<text:h>제목</text:h><text:p>글 <text:span>안</text:span></text:p>' }),
      '제목\n글 안',
    ],
  ])('%s', async (_name, mediaType, bytes, text) => {
    expect(await read(bytes, mediaType)).toMatchObject({ read: true, text })
  })

  it('is kept up to a limit, and says that there is more', async () => {
    const found = await read(strToU8('가'.repeat(MAX_TEXT + 10)), 'text/plain')
    expect(found).toMatchObject({ read: true, cut: true })
    expect(found.read && found.text).toHaveLength(MAX_TEXT)
  })
})

describe('a file that is no document', () => {
  it.each([
    ['noise as HWP', HWP, strToU8('HWP Document File V3.00 \u001a\u0001\u0002')],
    ['an HWP cut in half', HWP, sampleHwp('hwp', PLAN).subarray(0, 5_000)],
    ['a zip of something else as HWPX', HWPX, zip({ mimetype: 'application/hwp+zip' })],
    ['a docx without a text', `${OPEN_XML}.wordprocessingml.document`, zip({ 'other.xml': '<a/>' })],
    ['half a PDF', 'application/pdf', strToU8('%PDF-1.7\n1 0 obj<<')],
  ])('%s is unreadable, and the next is read', async (_name, mediaType, bytes) => {
    expect(await read(bytes, mediaType)).toMatchObject({ read: false })
    expect(await read(strToU8('다음'), 'text/plain')).toMatchObject({ read: true, text: '다음' })
    await expect(stat(join(folder, 'pages', '2.svg.gz'))).rejects.toThrow()
  })

  it('that takes too long or too much memory ends the reading process and nothing else', async () => {
    const hurried = isolatedReader({ milliseconds: 1 })
    expect(await read(sampleHwp('hwp', PLAN), HWP, hurried)).toMatchObject({ read: false, reason: 'too-slow' })
    await hurried.close()
    const small = isolatedReader({ megabytes: 16 })
    const flood = zip({ 'word/document.xml': '<w:p/>'.repeat(2_000_000) })
    const ended = { read: false, reason: 'ended' }
    expect(await read(flood, `${OPEN_XML}.wordprocessingml.document`, small)).toMatchObject(ended)
    expect(await read(strToU8('다음'), 'text/plain', small)).toMatchObject({ read: true })
    await small.close()
  })

  it(`in ${MUTATIONS} mutations never hangs the reader nor keeps it from the next`, {
    timeout: 10_000 + MUTATIONS * 500,
  }, async () => {
    const pick = numbersFrom(20_051_001)
    const [hwp, hwpx] = [sampleHwp('hwp', PLAN), unzipSync(sampleHwp('hwpx', PLAN))]
    const names = Object.keys(hwpx).filter((name) => name.endsWith('.xml'))
    const ends = new Set<string>()
    for (let i = 0; i < MUTATIONS; i += 1) {
      const name = names[pick(names.length)] ?? ''
      const broken = () => zipSync({ ...hwpx, [name]: mutate(hwpx[name] ?? new Uint8Array(1), pick) })
      const found = i % 2 === 0 ? await read(mutate(hwp, pick), HWP) : await read(broken(), HWPX)
      ends.add(found.read ? 'read' : found.reason)
    }
    expect(ends).not.toContain('too-slow')
    expect(await read(sampleHwp('hwp', PLAN), HWP)).toMatchObject({ read: true })
  })
})

describe('a drawn page', () => {
  const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`
  it.each([
    [
      'keeps shapes and letters',
      '<text x="1" fill="#000">가&amp;나</text>',
      '<text x="1" fill="#000">가&amp;나</text>',
    ],
    ['loses a script with all inside', '<g><script>alert(1)<rect/></script><rect x="1"/></g>', '<g><rect x="1"/></g>'],
    ['loses foreign content', '<foreignObject><img src="x" onerror="a"/></foreignObject>', ''],
    ['loses events and styles', '<rect onload="a()" style="fill:url(x)" x="2"/>', '<rect x="2"/>'],
    ['loses links', '<a xlink:href="javascript:a()"><rect/></a>', ''],
    [
      'keeps own references under a prefix',
      '<use href="#a"/><rect clip-path="url(#c)" id="a"/>',
      '<use href="#p1-a"/><rect clip-path="url(#p1-c)" id="p1-a"/>',
    ],
    ['loses addresses', '<image href="https://x.example/y.png"/><rect fill="url(//x.example)"/>', '<image/><rect/>'],
    [
      'keeps embedded pictures',
      '<image href="data:image/png;base64,AA=="/>',
      '<image href="data:image/png;base64,AA=="/>',
    ],
    ['loses embedded documents', '<image href="data:image/svg+xml;base64,AA=="/>', '<image/>'],
    ['loses comments and instructions', '<!-- <script> --><?x y?><rect/>', '<rect/>'],
    ['keeps no other entities', '<text>&xxe; &lt;b&gt;</text>', '<text>&amp;xxe; &lt;b&gt;</text>'],
    [
      'shortens long lists of fonts',
      '<text font-family="a,b,c,d,e,serif">x</text>',
      `<text font-family="a,b,c,'Pretendard GOV Variable',serif">x</text>`,
    ],
  ])('%s', (_name, inside, clean) => {
    expect(cleanSvg(svg(inside), 'p1-')).toBe(`<svg viewBox="0 0 9 9">${clean}</svg>`)
  })

  it.each([
    '<svg><g></svg>',
    '<svg',
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
    'text',
    '<g/>',
    '<svg><a b=c></a></svg>',
  ])('%s is none', (source) => {
    expect(cleanSvg(source, '')).toBeUndefined()
  })
})
