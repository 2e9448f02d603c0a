import type { Page } from 'playwright-core'
import type { TestFile } from './files.ts'

/** What a citizen asks for, in the words of the catalogue. */
export interface Wish {
  readonly area: string
  readonly service: string
  readonly title: string
  readonly body: string
  readonly file?: TestFile
}

/**
 * Files a request through the five questions, as a signed-in citizen.
 * @returns the address of the request's own page
 */
export async function fileRequest(page: Page, base: string, agency: string, wish: Wish): Promise<string> {
  const next = () => page.getByRole('button', { name: '다음', exact: true }).click()
  await page.goto(`${base}/${agency}/requests/new`)
  await page.getByRole('heading', { level: 1, name: '어떤 분야인가요?' }).waitFor()
  await choose(page, wish.area)
  await next()
  await page.getByRole('heading', { level: 1, name: '어떤 일인가요?' }).waitFor()
  await choose(page, wish.service)
  await next()
  await page.getByRole('textbox', { name: '제목' }).fill(wish.title)
  await page.getByRole('textbox', { name: '내용' }).fill(wish.body)
  await next()
  await page.getByRole('heading', { level: 1, name: '첨부할 파일이 있나요?' }).waitFor()
  if (wish.file) {
    await page.locator('input[type=file]').setInputFiles(wish.file)
    await page.getByText('올림').waitFor()
  }
  await next()
  await page.getByRole('heading', { level: 1, name: '이대로 신청할까요?' }).waitFor()
  await page.locator('form').getByRole('button', { name: '신청하기', exact: true }).click()
  await page.waitForURL(/\/requests\/[0-9a-f-]{36}$/)
  return page.url()
}

async function choose(page: Page, label: string): Promise<void> {
  await page.locator('label', { hasText: label }).first().click()
}

/** Gives the same points to all four items and sends them with a comment. */
export async function rate(page: Page, points: 1 | 2 | 3 | 4 | 5, comment: string): Promise<void> {
  for (const item of ['신속성', '친절성', '태도', '전반']) {
    await page
      .getByRole('radiogroup', { name: item })
      .locator('label', { hasText: String(points) })
      .first()
      .click()
  }
  await page.getByRole('textbox', { name: '남기고 싶은 말' }).fill(comment)
  await page.getByRole('button', { name: '평가 보내기' }).click()
}
