import type { Page } from 'playwright-core'
import { DISPATCH_VISITS } from './dispatch-visits.ts'
import { DOCUMENT_VISITS } from './document-visits.ts'
import { RECORD_VISITS } from './record-visits.ts'

/** Who looks: a demo account and its agency, or a guest. */
export type Visitor = 'guest' | 'citizen' | 'officer' | 'bureau'

export const VISITORS: Readonly<
  Record<Exclude<Visitor, 'guest'>, { readonly agency: string; readonly email: string }>
> = {
  citizen: { agency: 'mogaha', email: 'citizen@harmony.demo' },
  officer: { agency: 'mogaha', email: 'officer@mogaha.demo' },
  bureau: { agency: 'bureau', email: 'bureau@bureau.demo' },
}

/** One screen and how to come to it. */
export interface Visit {
  readonly name: string
  readonly by: Visitor
  /** One of the screens most used: also walked by Tab and looked at in forced colours and with wide text. */
  readonly main?: true
  /** Shows something loading for ever, on purpose. */
  readonly busy?: true
  open(page: Page, base: string): Promise<unknown>
}

const at = (path: string) => (page: Page, base: string) => page.goto(base + path)

/** Opens the first task of a kind, and a tab of its card. */
async function openTask(page: Page, base: string, tab = '계획관리', kind = 'managed'): Promise<void> {
  await page.goto(`${base}/mogaha/tasks?kind=${kind}`)
  await page.locator('.tk-name a').first().click()
  await page.getByRole('tab', { name: tab }).click()
}

/** Every kind of screen. */
export const VISITS: readonly Visit[] = [
  { name: 'agency chooser', by: 'guest', open: at('/') },
  { name: 'sign-in', by: 'guest', open: at('/mogaha/sign-in') },
  { name: 'registration', by: 'guest', open: at('/mogaha/register') },
  {
    name: 'gallery',
    by: 'guest',
    busy: true,
    async open(page, base) {
      await page.goto(`${base}/gallery`)
      await page.locator('h1').waitFor()
    },
  },
  { name: 'unknown page', by: 'guest', open: at('/mogaha/nowhere') },
  { name: 'citizen home', by: 'citizen', open: at('/mogaha') },
  { name: 'requests', by: 'citizen', open: at('/mogaha/requests') },
  {
    name: 'request',
    by: 'citizen',
    main: true,
    async open(page, base) {
      await page.goto(`${base}/mogaha/requests`)
      await page.locator('a[href*="/requests/0"]').first().click()
      await page.locator('.h-st4').waitFor()
    },
  },
  { name: 'wizard: area', by: 'citizen', open: at('/mogaha/requests/new') },
  {
    name: 'wizard: words',
    by: 'citizen',
    async open(page, base) {
      await page.goto(`${base}/mogaha/requests/new`)
      for (const _ of ['area', 'service']) {
        await page.locator('label.h-choice').first().click()
        await page.getByRole('button', { name: '다음', exact: true }).click()
      }
      await page.getByRole('textbox', { name: '제목' }).waitFor()
      await page.getByRole('button', { name: '다음', exact: true }).click()
    },
  },
  { name: 'account', by: 'citizen', open: at('/mogaha/account') },
  { name: 'mailbox', by: 'citizen', open: at('/mogaha/mailbox') },
  { name: 'portal home', by: 'officer', main: true, open: at('/mogaha') },
  { name: 'queue', by: 'officer', main: true, open: at('/mogaha/queue') },
  {
    name: 'petition',
    by: 'officer',
    async open(page, base) {
      await page.goto(`${base}/mogaha/queue`)
      await page.getByRole('row').first().click()
      await page.waitForURL(/\/petitions\//)
      await page.getByRole('heading', { name: '요청 내용' }).waitFor()
    },
  },
  { name: 'strategy map', by: 'officer', main: true, open: at('/mogaha/strategy-map') },
  { name: 'strategy map as a table', by: 'officer', open: at('/mogaha/strategy-map?view=table') },
  {
    name: 'strategy map, drilled down',
    by: 'officer',
    async open(page, base) {
      await page.goto(`${base}/mogaha/strategy-map`)
      await page.locator('button[data-key=customer-satisfaction]').click()
    },
  },
  {
    name: 'score',
    by: 'officer',
    async open(page, base) {
      await page.goto(`${base}/mogaha/strategy-map`)
      await page.getByRole('link', { name: '왜 이 점수인지 보기' }).click()
      await page.waitForURL(/\/scores\//)
    },
  },
  { name: 'report', by: 'officer', open: at('/mogaha/reports/petitions') },
  { name: 'tasks', by: 'officer', open: at('/mogaha/tasks') },
  { name: 'task card', by: 'officer', main: true, open: (page, base) => openTask(page, base) },
  { name: 'task card: achievements', by: 'officer', open: (page, base) => openTask(page, base, '실적관리') },
  { name: 'task card: quality', by: 'officer', open: (page, base) => openTask(page, base, '품질관리', 'quality') },
  { name: 'task monitoring', by: 'officer', open: at('/mogaha/task-monitor') },
  { name: 'functions', by: 'officer', open: at('/mogaha/functions?q=팀제') },
  {
    name: 'unit task',
    by: 'officer',
    async open(page, base) {
      await page.goto(`${base}/mogaha/functions?q=통합행정혁신시스템 구축`)
      await page.locator('.f-main tbody a').first().click()
      await page.getByRole('heading', { name: '처리 사례' }).waitFor()
    },
  },
  ...DOCUMENT_VISITS,
  ...DISPATCH_VISITS,
  ...RECORD_VISITS,
  { name: 'console: agencies and releases', by: 'bureau', open: at('/admin') },
  {
    name: 'console: release',
    by: 'bureau',
    async open(page, base) {
      await page.goto(`${base}/admin`)
      await page
        .getByRole('link', { name: /^mogaha/ })
        .first()
        .click()
      await page.waitForURL(/\/releases\//)
    },
  },
  { name: 'console: difference', by: 'bureau', open: at('/admin/diff') },
  { name: 'console: published scores', by: 'bureau', open: at('/admin/published') },
]
