import type { Page } from 'playwright-core'
import { settled } from './browser.ts'
import type { Visit } from './visits.ts'

const at = (path: string) => (page: Page, base: string) => page.goto(base + path)

/** The screens of documents: approvals, drafting, card, form, directives. */
export const DOCUMENT_VISITS: readonly Visit[] = [
  { name: 'inbox', by: 'officer', main: true, open: at('/mogaha/inbox') },
  { name: 'inbox: drafts', by: 'officer', open: at('/mogaha/inbox?box=drafts') },
  { name: 'new document', by: 'officer', open: at('/mogaha/documents/new') },
  { name: 'draft', by: 'officer', main: true, open: openDraft },
  {
    name: 'draft with what is missing',
    by: 'officer',
    async open(page, base) {
      await openDraft(page, base)
      await page.getByRole('button', { name: '상신' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  { name: 'documents', by: 'officer', main: true, open: at('/mogaha/documents') },
  { name: 'register', by: 'officer', open: at('/mogaha/documents?view=register') },
  { name: 'document card', by: 'officer', main: true, open: openCard },
  {
    name: 'official form',
    by: 'officer',
    async open(page, base) {
      await openCard(page, base)
      await page.getByRole('link', { name: '출력 서식' }).click()
      await page.getByRole('table', { name: '결재란' }).waitFor()
    },
  },
  { name: 'directives', by: 'officer', open: at('/mogaha/directives?scope=all&state=every') },
]

async function openDraft(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/mogaha/documents/new?kind=report-plan`)
  await page.getByRole('button', { name: '기안 시작' }).click()
  await page.waitForURL(/\/documents\/0/)
  await page.getByRole('textbox', { name: '본문', exact: true }).waitFor()
  await settled(page)
}

async function openCard(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/mogaha/documents?state=approved`)
  await page.locator('tbody th a').first().click()
  await page.getByRole('heading', { name: '보고경로' }).waitFor()
}
