import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from 'vitest'
import { enter, openBrowser, settled } from './browser.ts'
import { fileRequest, rate } from './citizen.ts'
import { pdfFile, textFile } from './files.ts'
import { answer, assignTo, finishReview, openFromQueue, requestSupplement } from './officer.ts'

// A number of its own: the same title may be in the queue from before.
const TITLE = `팀제 준비 사례와 매뉴얼 요청 ${Date.now() % 100_000}`
const SUPPLEMENT = '기관의 규모를 알려 주세요.'
const REPLY = '정원 320명인 기관입니다.'
const SATISFACTION = '고객만족도 향상'

describe('from a citizen’s request to a team’s score', () => {
  const url = inject('url')
  let browser: Browser
  let citizen: Page
  let officer: Page
  let manager: Page

  beforeAll(async () => {
    browser = await openBrowser()
    ;[citizen, officer, manager] = await Promise.all([
      enter(browser, url, 'mogaha', 'citizen@harmony.demo'),
      enter(browser, url, 'mogaha', 'head@mogaha.demo'),
      enter(browser, url, 'mogaha', 'manager@mogaha.demo'),
    ])
  })
  afterAll(() => browser.close())

  const pictured = () =>
    onTestFailed(async () => {
      const pages = { citizen, officer, manager }
      for (const [who, page] of Object.entries(pages)) {
        await page.screenshot({ path: `${inject('artefacts')}failed-flow-${who}.png` })
      }
    })

  it('is filed with an attachment, received and assigned', async () => {
    pictured()
    await fileRequest(citizen, url, 'mogaha', {
      area: '정부혁신·성과관리',
      service: '정부혁신·팀제 질의',
      title: TITLE,
      body: '팀제를 도입하려고 합니다. 준비 과정과 운영 매뉴얼을 받을 수 있을까요?',
      file: textFile('질문 목록.txt', '1. 추진 경과\n2. 조직 구성\n'),
    })
    await citizen.getByRole('heading', { level: 1, name: '담당자가 검토하고 있습니다' }).waitFor()
    for (const step of ['요청을 접수했습니다', '담당자를 정했습니다']) await citizen.getByText(step).waitFor()
    await citizen.getByRole('link', { name: /질문 목록\.txt/ }).waitFor()
  })

  it('appears in the queue, goes to the officer and waits for a supplement', async () => {
    pictured()
    await openFromQueue(officer, url, 'mogaha', TITLE)
    await assignTo(officer, '하늘빛')
    officer = await enter(browser, url, 'mogaha', 'officer@mogaha.demo')
    await openFromQueue(officer, url, 'mogaha', TITLE)
    await requestSupplement(officer, SUPPLEMENT)
    await citizen.getByRole('heading', { level: 1, name: '보완할 내용을 기다리고 있습니다' }).waitFor()
    await citizen.getByText(SUPPLEMENT).first().waitFor()
    await citizen.getByRole('textbox', { name: '보완 내용' }).fill(REPLY)
    await citizen.getByRole('button', { name: '보완 보내기' }).click()
    await officer.getByText(REPLY).first().waitFor()
  })

  it('is talked about by both sides without a reload', async () => {
    pictured()
    await say(citizen, '지방자치단체 사례도 받을 수 있을까요?')
    await officer.getByRole('log').getByText('지방자치단체 사례도 받을 수 있을까요?').waitFor()
    await say(officer, '네, 답변과 함께 올려 드리겠습니다.')
    await citizen.getByRole('log').getByText('네, 답변과 함께 올려 드리겠습니다.').waitFor()
  })

  it('is reviewed and answered with a file, which the citizen sees at once', async () => {
    pictured()
    await finishReview(officer)
    await answer(officer, '매뉴얼과 추진 경과를 붙임으로 보내 드립니다.', pdfFile('팀제 매뉴얼.pdf'))
    await citizen.getByRole('heading', { level: 1, name: '답변을 보내 드렸습니다' }).waitFor()
    await citizen.getByText('매뉴얼과 추진 경과를 붙임으로 보내 드립니다.').waitFor()
    const [download] = await Promise.all([
      citizen.waitForEvent('download'),
      citizen.getByRole('link', { name: /팀제 매뉴얼\.pdf/ }).click(),
    ])
    expect(download.suggestedFilename()).toBe('팀제 매뉴얼.pdf')
  })

  it('is rated, and the strategy map in another browser moves by that one record', async () => {
    pictured()
    await manager.goto(`${url}/mogaha/strategy-map`)
    await settled(manager)
    await manager.locator('button[data-key=customer-satisfaction]').click()
    const panel = manager.getByRole('complementary', { name: `${SATISFACTION} 점수 상세` })
    const before = await records(panel)
    await manager.evaluate(() => Object.assign(window, { neverReloaded: true }))
    await rate(citizen, 5, '자세히 알려 주셔서 고맙습니다.')
    await expect.poll(() => records(panel), { timeout: 30_000 }).toBe(before + 1)
    expect(await manager.evaluate(() => 'neverReloaded' in window)).toBe(true)
  })

  it('is found again below the score it counted for', async () => {
    pictured()
    await manager.getByRole('link', { name: '만족도 100점' }).first().click()
    await manager.getByRole('heading', { level: 1, name: TITLE }).waitFor()
    await manager.getByText('자세히 알려 주셔서 고맙습니다.').waitFor()
  })

  it('is opened again by the citizen, and the officer sees it waiting', async () => {
    pictured()
    await citizen.getByRole('button', { name: '다시 열기' }).click()
    const dialog = citizen.getByRole('dialog')
    await dialog.getByRole('textbox', { name: '까닭' }).fill('매뉴얼의 3장이 빠져 있습니다.')
    await dialog.getByRole('button', { name: '다시 열기' }).click()
    await officer.getByText('매뉴얼의 3장이 빠져 있습니다.').waitFor()
    await citizen.getByText('요청을 다시 열었습니다').waitFor()
  })

  it('has told the citizen each step by mail', async () => {
    pictured()
    await citizen.goto(`${url}/mogaha/mailbox`)
    await settled(citizen)
    const mails = citizen.getByRole('list').filter({ has: citizen.locator('.mb-subject') })
    for (const word of ['접수', '보완', '답변']) await mails.getByText(new RegExp(word)).first().waitFor()
  })
})

async function say(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: '메시지' }).fill(words)
  await page.getByRole('button', { name: '보내기', exact: true }).click()
}

/** How many records the panel's first indicator counts. */
async function records(panel: ReturnType<Page['getByRole']>): Promise<number> {
  const line = await panel.locator('tbody tr small').first().innerText()
  return Number(/([\d,]+)건/.exec(line)?.[1]?.replaceAll(',', ''))
}
