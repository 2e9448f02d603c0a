import type { Page } from 'playwright-core'
import type { Visit } from './visits.ts'

const at = (path: string) => (page: Page, base: string) => page.goto(base + path)

/** The screens of schedules, memos and meetings. */
export const RECORD_VISITS: readonly Visit[] = [
  { name: 'schedule', by: 'officer', open: at('/mogaha/schedule') },
  {
    name: 'new schedule entry',
    by: 'officer',
    async open(page, base) {
      await page.goto(`${base}/mogaha/schedule`)
      await page.getByRole('button', { name: '일정 등록', exact: true }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'memos', by: 'officer', open: at('/mogaha/memos?box=sent') },
  { name: 'meetings', by: 'officer', open: at('/mogaha/meetings') },
]
