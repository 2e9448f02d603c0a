import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from 'vitest'
import { enter, openBrowser, person, settled } from './browser.ts'
import { fileRequest, rate } from './citizen.ts'
import { answer, assignTo, finishReview, openFromQueue } from './officer.ts'

const WISH = { area: '정부혁신·성과관리', service: '정부혁신·팀제 질의', body: '자세한 내용을 알고 싶습니다.' }

describe('what goes wrong is said plainly', () => {
  const url = inject('url')
  let browser: Browser
  let citizen: Page
  let head: Page

  beforeAll(async () => {
    browser = await openBrowser()
    ;[citizen, head] = await Promise.all([
      enter(browser, url, 'mogaha', 'citizen@harmony.demo'),
      enter(browser, url, 'mogaha', 'head@mogaha.demo'),
    ])
  })
  afterAll(() => browser.close())

  const pictured = () =>
    onTestFailed(async () => {
      for (const [who, page] of Object.entries({ citizen, head })) {
        await page.screenshot({ path: `${inject('artefacts')}failed-wrong-${who}.png` })
      }
    })

  it('refuses a wrong password without saying which part was wrong', async () => {
    const page = await (await person(browser)).newPage()
    await page.goto(`${url}/mogaha/sign-in`)
    await page.locator('input[name=email]').fill('officer@mogaha.demo')
    await page.locator('input[name=password]').fill('not-the-password')
    await page.locator('form button[type=submit]').click()
    await page.getByRole('alert').getByText('전자우편 주소 또는 비밀번호가 맞지 않습니다.').waitFor()
    expect(new URL(page.url()).pathname).toBe('/mogaha/sign-in')
  })

  it('answers an unknown agency and an unknown page with what to do next', async () => {
    const page = await (await person(browser)).newPage()
    for (const path of ['/no-such-agency/sign-in', '/mogaha/no-such-page']) {
      await page.goto(url + path)
      await page.getByRole('heading', { level: 1, name: '찾는 화면이 없습니다' }).waitFor()
      await page.getByRole('link', { name: '기관 고르기' }).waitFor()
    }
  })

  it('says why an empty file and a file of a wrong kind are refused', async () => {
    pictured()
    await citizen.goto(`${url}/mogaha/requests/new`)
    await citizen.locator('label', { hasText: WISH.area }).first().click()
    await citizen.getByRole('button', { name: '다음', exact: true }).click()
    await citizen.locator('label', { hasText: WISH.service }).first().click()
    await citizen.getByRole('button', { name: '다음', exact: true }).click()
    await citizen.getByRole('textbox', { name: '제목' }).fill('첨부 시험')
    await citizen.getByRole('textbox', { name: '내용' }).fill(WISH.body)
    await citizen.getByRole('button', { name: '다음', exact: true }).click()
    await citizen.locator('input[type=file]').setInputFiles([
      { name: '빈 파일.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
      {
        name: '프로그램.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('MZ\u0090\u0000 not a document', 'latin1'),
      },
    ])
    const files = citizen.getByRole('list', { name: '첨부 파일' }).getByRole('listitem')
    await files.filter({ hasText: '빈 파일.pdf' }).getByText('빈 파일은 올릴 수 없습니다.').waitFor()
    await files.filter({ hasText: '프로그램.pdf' }).getByRole('alert').waitFor()
    expect(await files.filter({ hasText: '프로그램.pdf' }).getByRole('alert').innerText()).toMatch(/내용|형식|종류/)
  })

  it('does not show a citizen the request of another', async () => {
    pictured()
    await head.goto(`${url}/mogaha/queue`)
    const foreign = head.getByRole('row').filter({ hasNotText: '이○○' }).first()
    await foreign.click()
    await head.waitForURL(/\/petitions\//)
    const id = new URL(head.url()).pathname.split('/').at(-1)
    await citizen.goto(`${url}/mogaha/requests/${id}`)
    await citizen.getByText('요청을 찾을 수 없습니다').first().waitFor()
  })

  it('tells an officer who takes what has just been given to a colleague', async () => {
    pictured()
    const title = `두 사람이 함께 여는 요청 ${Date.now() % 100_000}`
    await fileRequest(citizen, url, 'mogaha', { ...WISH, title })
    await openFromQueue(head, url, 'mogaha', title)
    await assignTo(head, '미배정으로 두기')
    const late = await enter(browser, url, 'mogaha', 'officer@mogaha.demo')
    await late.route(/live/, (route) => route.abort())
    await openFromQueue(late, url, 'mogaha', title)
    await late.getByRole('button', { name: '내가 맡기' }).waitFor()
    await assignTo(head, '설인호')
    await late.getByRole('button', { name: '내가 맡기' }).click()
    await late.getByText(/님이 이미 맡았습니다|그 사이 .* 님이 .* 이 요청을 바꿨습니다/).waitFor()
    await late.context().close()
  })

  it('counts a rating once, however often it is sent', async () => {
    pictured()
    const title = `두 번 평가하는 요청 ${Date.now() % 100_000}`
    const address = await fileRequest(citizen, url, 'mogaha', { ...WISH, title })
    await openFromQueue(head, url, 'mogaha', title)
    await assignTo(head, '권태오')
    await finishReview(head)
    await answer(head, '답변드립니다.')
    const second = await citizen.context().newPage()
    await second.route(/live/, (route) => route.abort())
    await second.goto(address)
    await second.getByRole('button', { name: '평가 보내기' }).waitFor()
    await rate(citizen, 4, '잘 받았습니다.')
    await citizen.getByText('평가해 주셔서 고맙습니다').first().waitFor()
    await rate(second, 1, '한 번 더 보냅니다.')
    await second.getByText('이미 평가하셨습니다').waitFor()
    await settled(citizen)
    expect(await citizen.getByText('전반 4점').count()).toBe(1)
    await second.close()
  })
})
