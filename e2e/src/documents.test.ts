import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from 'vitest'
import { enter, openBrowser, settled } from './browser.ts'

/** A number of its own: the same title may be there from before. */
const MARK = Date.now() % 100_000
const TITLE = `팀제 홍보를 위한 워크숍 계획 보고 ${MARK}`
const OPINION = '워크숍 뒤 설문으로 효과를 확인하면 좋겠습니다.'
const DIRECTIVE = '팀제의 취지와 장점을 적극적으로 홍보할 방안을 마련하기 바랍니다.'

describe('a document from its draft to its directive', () => {
  const url = inject('url')
  let browser: Browser
  let drafter: Page
  let head: Page

  beforeAll(async () => {
    browser = await openBrowser()
    ;[drafter, head] = await Promise.all([
      enter(browser, url, 'mogaha', 'officer@mogaha.demo'),
      enter(browser, url, 'mogaha', 'head@mogaha.demo'),
    ])
  })
  afterAll(() => browser.close())

  const pictured = () =>
    onTestFailed(async () => {
      for (const [who, page] of Object.entries({ drafter, head })) {
        await page.screenshot({ path: `${inject('artefacts')}failed-documents-${who}.png` })
      }
    })

  it('is drafted with the editor, saves itself, and goes on its route', async () => {
    pictured()
    await begin(drafter, url, /^보고서/)
    await drafter.getByRole('textbox', { name: '제목', exact: true }).fill(TITLE)
    await drafter.getByRole('button', { name: '상신' }).click()
    await drafter.getByRole('alert').getByRole('link', { name: '본문을 적거나 붙임을 올려 주세요.' }).click()
    await drafter.keyboard.type('워크숍 계획을 보고합니다.')
    await drafter.keyboard.press('Enter')
    await drafter.keyboard.press('Control+Shift+8')
    await drafter.keyboard.type('일시·장소: 9월 7일, 대강당')
    await pick(drafter, /보고 구분/, /./)
    await drafter.getByRole('button', { name: /혁신기획관 빼기/ }).click()
    await pick(drafter, /팀장 구분/, '결재')
    await drafter.getByText(/저장됨/).waitFor()
    await drafter.reload()
    await drafter.getByRole('listitem').filter({ hasText: '일시·장소: 9월 7일, 대강당' }).waitFor()
    await drafter.getByRole('button', { name: '상신' }).click()
    const dialog = drafter.getByRole('dialog')
    await dialog.getByText(/결재를 요청합니다/).waitFor()
    await dialog.getByRole('button', { name: '상신' }).click()
    await drafter.getByText('결재 진행', { exact: true }).waitFor()
  })

  it('is approved with a direction and a grade, which the drafter sees without a reload', async () => {
    pictured()
    await head.goto(`${url}/mogaha/inbox?q=${encodeURIComponent(TITLE)}`)
    await head.getByRole('row', { name: TITLE }).getByRole('button', { name: '결재' }).click()
    const dialog = head.getByRole('dialog', { name: '문서처리' })
    await dialog.getByText('지시와 함께 처리합니다.').click()
    await dialog.getByRole('textbox', { name: '지시내용' }).fill(DIRECTIVE)
    await dialog.getByRole('textbox', { name: '결재의견' }).fill(OPINION)
    await head.keyboard.press('Control+Enter')
    await dialog.getByText('평가를 골라 주세요.').waitFor()
    await dialog.locator('.h-pt').first().click()
    await dialog.getByText(/평가 S\(100점\)/).waitFor()
    await head.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    for (const page of [head, drafter]) {
      await page.getByText(OPINION).waitFor()
      await page.getByText('평가 S').first().waitFor()
      await page
        .getByText(/^부내혁신전략팀-\d+$/)
        .first()
        .waitFor()
    }
  })

  it('leaves a directive that is reported and taken as done', async () => {
    pictured()
    await drafter.goto(`${url}/mogaha/directives`)
    const order = (page: Page) => page.getByRole('article').filter({ hasText: TITLE })
    await order(drafter).getByRole('button', { name: '이행 보고' }).click()
    await drafter.getByRole('textbox', { name: '이행 내용' }).fill('홍보 계획을 세워 보고했습니다.')
    await drafter.getByRole('dialog').getByRole('button', { name: '이행 보고' }).click()
    await head.goto(`${url}/mogaha/directives?scope=given`)
    await order(head).getByRole('button', { name: '종결', exact: true }).click()
    await head.getByRole('dialog').getByRole('button', { name: '종결', exact: true }).click()
    await head.getByText('지시를 종결했습니다').waitFor()
    await order(drafter).waitFor({ state: 'detached' })
  })

  it('prints as the official form with its row of approvals', async () => {
    pictured()
    await head.goto(`${url}/mogaha/documents?q=${encodeURIComponent(TITLE)}`)
    await head.getByRole('link', { name: TITLE }).click()
    await head.getByRole('link', { name: '출력 서식' }).click()
    const form = head.getByRole('article', { name: TITLE })
    await form.getByRole('table', { name: '결재란' }).getByText('권태오').waitFor()
    expect(await form.textContent()).toMatch(/부내혁신전략팀-\d+/)
  })

  it('is not approved on a route that was changed meanwhile', async () => {
    pictured()
    const me = await call<{ personId: string }>(head, 'identity.me')
    const step = { role: 'approve', personId: me.personId, order: 1 }
    const draft = await call<Act>(drafter, 'document.create', { kindKey: 'internal', title: `${TITLE} 변경` })
    const { documentId } = draft
    const saved = await call<Act>(drafter, 'document.save', {
      documentId,
      version: draft.version,
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '내부결재' }] }] },
      route: [step],
    })
    const sent = await call<Act>(drafter, 'document.submit', { documentId, version: saved.version })
    await head.goto(`${url}/mogaha/documents/${documentId}?process=1`)
    const dialog = head.getByRole('dialog', { name: '문서처리' })
    await dialog.waitFor()
    await call(drafter, 'document.changeRoute', {
      documentId,
      routeVersion: sent.routeVersion,
      steps: [{ ...step, delegated: true }],
      reason: '의견을 함께 듣고자 함',
    })
    await dialog.getByText(/이 창을 연 뒤 문서나 보고경로가 바뀌었습니다/).waitFor()
    await dialog.getByRole('button', { name: /^처리/ }).click()
    await head.getByText(/보고경로를 바꾸었습니다/).waitFor()
    await head.getByText('의견을 함께 듣고자 함').waitFor()
    expect(await head.getByText('결재 진행', { exact: true }).count()).toBeGreaterThan(0)
  })
})

interface Act {
  readonly documentId: string
  readonly version: number
  readonly routeVersion: number
}

/** Opens a new draft of a kind. */
async function begin(page: Page, base: string, kind: RegExp): Promise<void> {
  await page.goto(`${base}/mogaha/documents/new`)
  await page.locator('label.h-choice').filter({ hasText: kind }).first().click()
  await page.getByRole('button', { name: '기안 시작' }).click()
  await page.waitForURL(/\/documents\/0/)
  await page.getByRole('textbox', { name: '본문', exact: true }).waitFor()
  await settled(page)
}

async function pick(page: Page, field: RegExp, option: RegExp | string): Promise<void> {
  await page.getByRole('button', { name: field }).first().click()
  await page
    .getByRole('option', typeof option === 'string' ? { name: option, exact: true } : { name: option })
    .first()
    .click()
}

/** Calls the api as the person of the page: a query without input, otherwise a mutation. */
function call<T>(page: Page, path: string, input?: unknown): Promise<T> {
  return page.evaluate(
    async ([at, body]) => {
      const answer = await fetch(
        `/api/mogaha/trpc/${at}`,
        body === undefined
          ? {}
          : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
      )
      const told = await answer.json()
      if (!answer.ok) throw new Error(JSON.stringify(told))
      return told.result.data
    },
    [path, input] as const,
  )
}
