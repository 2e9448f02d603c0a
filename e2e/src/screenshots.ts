import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { enter, openBrowser, person, settled } from './browser.ts'
import { fileRequest } from './citizen.ts'
import { textFile } from './files.ts'
import { startHarmony } from './harmony.ts'
import { assignTo, openFromQueue } from './officer.ts'

const FOLDER = fileURLToPath(new URL('../../docs/tour/', import.meta.url))

const TITLE = '팀제 운영 매뉴얼과 준비 사례 요청'
/** The name behind officer@mogaha.demo. */
const OFFICER = '하늘빛'

/** The pictures of the README's tour, from a fresh demo loaded to its end (or the product at the address given). */
async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const [address] = process.argv.slice(2)
  const harmony = address === undefined ? await startHarmony({ LOG_LEVEL: 'error' }) : undefined
  await harmony?.demoLoaded
  const browser = await openBrowser()
  try {
    await tour(browser, harmony?.url ?? address ?? '')
  } finally {
    await browser.close()
    await harmony?.stop()
  }
}

async function tour(browser: Browser, url: string): Promise<void> {
  const guest = await (await person(browser)).newPage()
  await guest.goto(url)
  await keep(guest, '01-agencies')

  const citizen = await enter(browser, url, 'mogaha', 'citizen@harmony.demo')
  await citizen.goto(`${url}/mogaha/requests/new`)
  await keep(citizen, '02-new-request')
  await fileRequest(citizen, url, 'mogaha', {
    area: '정부혁신·성과관리',
    service: '정부혁신·팀제 질의',
    title: TITLE,
    body: '팀제를 도입하려고 합니다. 준비 과정과 운영 매뉴얼을 받을 수 있을까요?',
    file: textFile('질문 목록.txt', '1. 추진 경과\n2. 조직 구성\n'),
  })
  await citizen.getByRole('heading', { level: 1, name: '담당자가 검토하고 있습니다' }).waitFor()
  await citizen.getByRole('textbox', { name: '메시지' }).fill('지방자치단체 사례도 함께 받을 수 있을까요?')
  await citizen.getByRole('button', { name: '보내기', exact: true }).click()
  await citizen.getByRole('log').getByText('지방자치단체 사례도 함께 받을 수 있을까요?').waitFor()
  await keep(citizen, '03-my-request')

  const head = await enter(browser, url, 'mogaha', 'head@mogaha.demo')
  await openFromQueue(head, url, 'mogaha', TITLE)
  if (!(await head.getByText(`부내혁신전략팀 · ${OFFICER}`).first().isVisible())) await assignTo(head, OFFICER)
  const officer = await enter(browser, url, 'mogaha', 'officer@mogaha.demo')
  await keep(officer, '04-portal-home')
  await openFromQueue(officer, url, 'mogaha', TITLE)
  await keep(officer, '06-petition')
  await officer.goto(`${url}/mogaha/queue`)
  await keep(officer, '05-queue')

  const manager = await enter(browser, url, 'mogaha', 'manager@mogaha.demo')
  await manager.goto(`${url}/mogaha/strategy-map`)
  await manager.locator('button[data-key=customer-satisfaction]').click()
  await keep(manager, '07-strategy-map')
  await manager.getByRole('link', { name: '왜 이 점수인지 보기' }).click()
  await manager.waitForURL(/\/scores\//)
  await keep(manager, '08-why-this-score')
  await manager.goto(`${url}/mogaha/reports/petitions`)
  await keep(manager, '09-report')

  await head.goto(`${url}/mogaha/inbox`)
  await keep(head, '13-inbox')
  await head.goto(`${url}/mogaha/documents?q=${encodeURIComponent('팀제 매뉴얼 제작')}`)
  await head.locator('tbody th a').first().click()
  await head.getByRole('heading', { name: '보고경로' }).waitFor()
  await keep(head, '14-document')
  await head.goto(`${url}/mogaha/tasks?year=2005&status=all&q=${encodeURIComponent('혁신적 책임행정조직')}`)
  await head.locator('.tk-name a').first().click()
  await head.getByRole('tab', { name: '계획관리' }).click()
  await keep(head, '15-plan')
  await head.goto(`${url}/mogaha/task-monitor?year=2005&asOf=2005-10-10`)
  await keep(head, '16-monitoring')

  const bureau = await enter(browser, url, 'bureau', 'bureau@bureau.demo')
  await bureau.goto(`${url}/admin`)
  await keep(bureau, '10-console')
  await bureau
    .getByRole('link', { name: /^mogaha/ })
    .first()
    .click()
  await bureau.waitForURL(/\/releases\//)
  await bureau.getByRole('tab').first().waitFor()
  await keep(bureau, '11-release')

  await manager.setViewportSize({ width: 390, height: 844 })
  await manager.goto(`${url}/mogaha/strategy-map`)
  await keep(manager, '12-strategy-map-phone')
}

async function keep(page: Page, name: string): Promise<void> {
  await settled(page)
  await page.locator('[data-sonner-toast]').first().waitFor({ state: 'detached' })
  await page.evaluate(() => scrollTo(0, 0))
  await page.screenshot({ path: `${FOLDER}${name}.png`, scale: 'css', animations: 'disabled' })
}

await main()
