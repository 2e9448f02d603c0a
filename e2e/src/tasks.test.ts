import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { enter, openBrowser, settled } from './browser.ts'

// A name of its own: the same task may be there from before.
const NAME = `팀제 매뉴얼 제작·보급 ${Date.now() % 100_000}`
const REASON = '단계별 업무량을 다시 나눔'

describe('a managed task, from its plan to the monitoring', () => {
  const url = inject('url')
  let browser: Browser
  let head: Page

  beforeAll(async () => {
    browser = await openBrowser()
    head = await enter(browser, url, 'mogaha', 'head@mogaha.demo')
  })
  afterAll(() => browser.close())

  const dialog = () => head.getByRole('dialog')
  const button = (name: string | RegExp) =>
    head.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
  const rest = () => head.locator('.tk-rest').textContent()
  const figure = () => head.locator('.tk-figure .v').textContent()

  it('is registered with its first card', async () => {
    await head.goto(`${url}/mogaha/tasks`)
    await button('관리과제 등록').click()
    await dialog().getByRole('textbox', { name: '과제명' }).fill(NAME)
    await dialog().getByText('연두업무보고과제', { exact: true }).click()
    await dialog().locator('.tk-picks label').first().click()
    await dialog()
      .getByRole('button', { name: /담당자/ })
      .click()
    await head.getByRole('option').first().click()
    await dialog().getByRole('button', { name: '등록', exact: true }).click()
    await head.getByRole('heading', { level: 1, name: NAME }).waitFor()
  })

  it('has a plan whose weights are moved by keyboard and always make 100', async () => {
    await button('등록').click()
    const dates = head.locator('.tk-erow input[type=date]')
    const year = new Date().getFullYear()
    for (let row = 0; row < (await dates.count()); row += 1)
      await dates.nth(row).fill(row === 0 ? `${year}-01-02` : `${year}-12-31`)
    const border = head.getByRole('slider').first()
    const [first, second] = [
      head.getByRole('textbox', { name: /예상진도/ }).nth(0),
      head.getByRole('textbox', { name: /예상진도/ }).nth(1),
    ]
    const before = [Number(await first.inputValue()), Number(await second.inputValue())] as const
    await border.focus()
    await head.keyboard.press('ArrowRight')
    await head.keyboard.press('Shift+ArrowRight')
    expect([await first.inputValue(), await second.inputValue()].map(Number)).toEqual([before[0] + 6, before[1] - 6])
    expect(await rest()).toContain('합계 100%')
    await second.fill('1')
    expect(await rest()).toContain('남았습니다')
    await button('저장').click()
    await head.getByText('예상진도의 합계가 100%여야 저장할 수 있습니다').waitFor()
    await head.getByRole('group').nth(0).getByRole('button', { name: '남은 몫을 이 단계에' }).click()
    expect(await rest()).toContain('합계 100%')
    await button('저장').click()
    await head.locator('.tk-editor').waitFor({ state: 'detached' })
    expect(await figure()).toContain('0%')
  })

  it('grows with a phase done, on the figure and on the chart', async () => {
    const bar = head.locator('.tk-grows .bar').first()
    expect(await bar.getAttribute('aria-label')).toContain('지연 중')
    await bar.focus()
    await head.keyboard.press('Enter')
    await dialog().getByRole('button', { name: '완료 처리' }).click()
    await dialog().getByText('늦게 완료한 것으로 기록됩니다').waitFor()
    await dialog().getByRole('button', { name: '완료 처리' }).click()
    await dialog().waitFor({ state: 'detached' })
    const weight = (await head.locator('.tk-wbar .p b').first().textContent()) ?? ''
    expect(await figure()).toContain(weight)
    expect(await bar.getAttribute('aria-label')).toMatch(/완료, \d+일 늦음/)
    await head
      .getByRole('row', { name: /늦게 완료/ })
      .first()
      .waitFor()
  })

  it('keeps why its plan changed', async () => {
    await button('수정').click()
    await head.getByRole('slider').nth(1).focus()
    await head.keyboard.press('ArrowRight')
    await button('저장').click()
    await head.getByText('빈칸을 채워 주세요').waitFor()
    await head.getByRole('textbox', { name: '바꾼 까닭' }).fill(REASON)
    await button('저장').click()
    await head.locator('.tk-editor').waitFor({ state: 'detached' })
    await button('이력보기').click()
    await dialog().getByText(`사유: ${REASON}`).waitFor()
    expect(await dialog().locator('.tk-changes').first().textContent()).toContain('예상진도')
    await head.keyboard.press('Escape')
  })

  it('is found by going down from the agency to its team', async () => {
    await head.goto(`${url}/mogaha/task-monitor`)
    await head.getByRole('link', { name: '혁신기획관 아래 부서 보기' }).click()
    await head.getByRole('heading', { name: '혁신기획관 부서별 관리과제 추진현황' }).waitFor()
    await head.getByRole('link', { name: '부내혁신전략팀 과제 보기' }).click()
    await head.getByRole('button', { name: '부내혁신전략팀 조건 빼기' }).waitFor()
    await head.getByRole('searchbox', { name: '과제명·번호로 찾기' }).fill(NAME)
    await head.getByRole('link', { name: NAME }).click()
    await head.getByRole('heading', { level: 1, name: NAME }).waitFor()
    await settled(head)
    expect(await head.locator('.tk-tags').textContent()).toContain('연두업무보고과제')
  })
})
