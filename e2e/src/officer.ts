import type { Page } from 'playwright-core'
import { settled } from './browser.ts'
import type { TestFile } from './files.ts'

/** Opens a request from the officer's queue by its title. */
export async function openFromQueue(page: Page, base: string, agency: string, title: string): Promise<void> {
  await page.goto(`${base}/${agency}/queue`)
  await page.getByRole('row', { name: title }).first().click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await settled(page)
}

/** Puts a colleague in charge. */
export async function assignTo(page: Page, name: string): Promise<void> {
  const dialog = await act(page, '담당자 정하기')
  await dialog
    .getByRole('button', { name: /담당자/ })
    .first()
    .click()
  await page.getByRole('option', { name: new RegExp(name) }).click()
  await dialog.getByRole('button', { name: '담당자 정하기', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Asks the citizen for what is missing. */
export async function requestSupplement(page: Page, words: string): Promise<void> {
  const dialog = await act(page, '보완 요청')
  await dialog.getByRole('textbox', { name: '보완을 요청할 내용' }).fill(words)
  await dialog.getByRole('button', { name: '보완 요청', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Ends the review without asking other teams. */
export async function finishReview(page: Page): Promise<void> {
  await page.getByRole('radiogroup').getByText('아니요', { exact: true }).click()
  await page.getByRole('button', { name: '끝내기' }).click()
  await page.getByRole('textbox', { name: '답변 내용' }).waitFor()
}

/** Writes the answer, attaches a file if there is one, sends both. */
export async function answer(page: Page, words: string, file?: TestFile): Promise<void> {
  await page.getByRole('textbox', { name: '답변 내용' }).fill(words)
  if (file) {
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('올림').waitFor()
  }
  await page.getByRole('button', { name: '답변 보내고 완료' }).click()
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  await dialog.getByRole('button', { name: '답변 보내고 완료' }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function act(page: Page, label: string): Promise<ReturnType<Page['getByRole']>> {
  await page.getByRole('button', { name: '처리', exact: true }).click()
  await page.getByRole('menuitem', { name: label, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: label })
  await dialog.waitFor()
  return dialog
}
