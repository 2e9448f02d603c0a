import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, inject, it, onTestFailed } from 'vitest'
import { enter, openBrowser, settled } from './browser.ts'

/** A number of its own: the same title may be there from before. */
const TITLE = `팀제 매뉴얼 제작 보급 계획 ${Date.now() % 100_000}`

describe('a document that goes to another agency', () => {
  const url = inject('url')
  let browser: Browser
  let drafter: Page
  let head: Page
  let receiver: Page
  let desk: Page

  beforeAll(async () => {
    browser = await openBrowser()
    ;[drafter, head, desk, receiver] = await Promise.all([
      enter(browser, url, 'mogaha', 'officer@mogaha.demo'),
      enter(browser, url, 'mogaha', 'head@mogaha.demo'),
      enter(browser, url, 'gangnam', 'manager@gangnam.demo'),
      enter(browser, url, 'gangnam', 'head@gangnam.demo'),
    ])
  })
  afterAll(() => browser.close())

  const pictured = () =>
    onTestFailed(async () => {
      for (const [who, page] of Object.entries({ drafter, head, desk, receiver })) {
        await page.screenshot({ path: `${inject('artefacts')}failed-dispatch-${who}.png` })
      }
    })

  it('is approved, and waits for the team head’s release by itself', async () => {
    pictured()
    await approved()
    await head.goto(`${url}/mogaha/dispatches?box=to-release`)
    await head.getByRole('link', { name: TITLE }).click()
    await head.getByRole('heading', { level: 1, name: TITLE }).waitFor()
    await head.getByRole('article', { name: `시행문 ${TITLE}` }).waitFor()
    await press(head, '시행승인')
    await head
      .getByText(/부내혁신전략팀-\d+/)
      .first()
      .waitFor()
  })

  it('arrives at the agency’s desk, which passes it to the division it is for', async () => {
    pictured()
    await desk.goto(`${url}/gangnam/dispatches?q=${encodeURIComponent(TITLE)}`)
    await desk.getByRole('link', { name: TITLE }).click()
    const dialog = await open(desk, '다른 부서로 배부')
    await dialog.getByRole('combobox', { name: '받을 부서' }).fill('청소행정과')
    await desk.getByRole('option', { name: '청소행정과' }).click()
    await dialog.getByRole('textbox', { name: '사유' }).fill('소관 부서')
    await confirm(dialog, '다른 부서로 배부')
  })

  it('is found there in the 접수함, given to a person and made a task', async () => {
    pictured()
    await receiver.goto(`${url}/gangnam/dispatches?q=${encodeURIComponent(TITLE)}`)
    await receiver.getByRole('link', { name: TITLE }).click()
    await settled(receiver)
    const dialog = await open(receiver, '담당자 지정')
    await dialog
      .getByRole('button', { name: /담당자/ })
      .first()
      .click()
    await receiver.getByRole('option').first().click()
    await confirm(dialog, '담당자 지정')
    const task = await open(receiver, '과제로 처리')
    await task.getByText('새 과제 만들기').click()
    await task.locator('label').filter({ hasText: '거리 청소' }).click()
    await confirm(task, '과제로 처리')
    await receiver.getByRole('link', { name: TITLE }).waitFor()
  })

  it('tells the sender of the receipt without a reload', async () => {
    pictured()
    await head.getByText('처리 완료', { exact: true }).first().waitFor()
    await head.getByText(/청소행정과-\d+ · /).waitFor()
  })

  /** Drafts and approves it through the api: the screens of drafting have tests of their own. */
  async function approved(): Promise<void> {
    const me = await ask<{ personId: string; units: { id: string }[] }>(head, 'identity.me')
    const draft = await tell<Act>(drafter, 'document.create', { kindKey: 'outgoing', title: TITLE })
    const body = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '활용하시기 바랍니다.' }] }],
    }
    const saved = await tell<Act>(drafter, 'document.save', {
      documentId: draft.documentId,
      version: draft.version,
      title: TITLE,
      body,
      route: [{ role: 'approve', personId: me.personId, order: 1 }],
      dispatch: { title: TITLE, body, receivers: [{ kind: 'agency', agency: 'gangnam' }] },
    })
    const sent = await tell<Act>(drafter, 'document.submit', { documentId: draft.documentId, version: saved.version })
    await tell(head, 'document.process', {
      documentId: draft.documentId,
      routeVersion: sent.routeVersion,
      actionType: 'report',
    })
  }
})

interface Act {
  readonly documentId: string
  readonly version: number
  readonly routeVersion: number
}

/** Opens the dialog of an act. */
async function open(page: Page, name: string): Promise<ReturnType<Page['getByRole']>> {
  await page.getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog', { name })
  await dialog.waitFor()
  return dialog
}

async function confirm(dialog: ReturnType<Page['getByRole']>, name: string): Promise<void> {
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function press(page: Page, name: string): Promise<void> {
  await confirm(await open(page, name), name)
}

function ask<T>(page: Page, path: string): Promise<T> {
  return page.evaluate(async (at) => {
    const answer = await fetch(`/api/mogaha/trpc/${at}`)
    return (await answer.json()).result.data
  }, path)
}

function tell<T>(page: Page, path: string, input: unknown): Promise<T> {
  return page.evaluate(
    async ([at, body]) => {
      const answer = await fetch(`/api/mogaha/trpc/${at}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      const told = await answer.json()
      if (!answer.ok) throw new Error(`${at}: ${JSON.stringify(told.error?.data)}`)
      return told.result.data
    },
    [path, input] as const,
  )
}
