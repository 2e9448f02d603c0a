import type { Page } from 'playwright-core'
import type { Visit } from './visits.ts'

const at = (path: string) => (page: Page, base: string) => page.goto(base + path)

/** The screens of what is sent and received; the officer's team has sent some of the demo's. */
export const DISPATCH_VISITS: readonly Visit[] = [
  { name: 'dispatches: received', by: 'officer', open: at('/mogaha/dispatches') },
  { name: 'dispatches: to release', by: 'officer', open: at('/mogaha/dispatches?box=to-release') },
  { name: 'dispatches: sent', by: 'officer', open: at('/mogaha/dispatches?box=sent') },
  { name: 'dispatch', by: 'officer', main: true, open: (page, base) => openFirst(page, base, 'sent', '/dispatches/') },
  { name: 'received document', by: 'officer', open: (page, base) => openFirst(page, base, 'received', '/receptions/') },
]

async function openFirst(page: Page, base: string, box: string, path: string): Promise<void> {
  await page.goto(`${base}/mogaha/dispatches?box=${box}`)
  await page.locator('.ds-name a').first().click()
  await page.waitForURL((url) => url.pathname.includes(path))
  await page.getByRole('article', { name: /^시행문/ }).waitFor()
}
