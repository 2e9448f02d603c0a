import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Complaint, checkPage, overflow, resized, SIZES, walkByTab } from './accessibility.ts'
import { openBrowser, person, settled, signIn } from './browser.ts'
import { VISITORS, VISITS, type Visit, type Visitor } from './visits.ts'

/** For each change axe looks at desk and phone, the rest at all four widths; HARMONY_LONG=1: axe at all four, too. */
const AXE_AT: readonly number[] = process.env.HARMONY_LONG === '1' ? SIZES.map(({ width }) => width) : [1440, 390]

/** Text as wide as a reader may make it (WCAG 1.4.12), set by script: the page's policy refuses style elements. */
function wideText(): void {
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    element.style.setProperty('line-height', '1.5', 'important')
    element.style.setProperty('letter-spacing', '0.12em', 'important')
    element.style.setProperty('word-spacing', '0.16em', 'important')
    if (element.tagName === 'P') element.style.setProperty('margin-bottom', '2em', 'important')
  }
}

describe('every screen can be used by everybody', () => {
  const url = inject('url')
  let browser: Browser
  const contexts = new Map<Visitor, BrowserContext>()

  beforeAll(async () => {
    browser = await openBrowser()
    contexts.set('guest', await person(browser))
    for (const [who, { agency, email }] of Object.entries(VISITORS)) {
      const context = await person(browser)
      const page = await context.newPage()
      await signIn(page, url, agency, email)
      await page.close()
      contexts.set(who as Visitor, context)
    }
  })
  afterAll(() => browser.close())

  async function visit({ by, open, busy }: Visit): Promise<Page> {
    const page = await contexts.get(by)?.newPage()
    if (!page) throw new Error(`nobody is signed in as ${by}`)
    await open(page, url)
    if (busy !== true) await settled(page)
    return page
  }

  it.concurrent.each(VISITS)('$name: nothing to complain of at four widths', async (one) => {
    const page = await visit(one)
    const complaints: Complaint[] = []
    for (const size of SIZES) {
      await resized(page, size)
      complaints.push(...(await checkPage(page, `${size.width}`, AXE_AT.includes(size.width))))
    }
    await page.close()
    expect(complaints).toEqual([])
  })

  it.concurrent.each(VISITS.filter((one) => one.main))('$name: every stop of the Tab key is seen', async (one) => {
    const page = await visit(one)
    const complaints: Complaint[] = []
    for (const size of [SIZES[0], SIZES[2]]) {
      await resized(page, size)
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
      complaints.push(...(await walkByTab(page, `${size.width}`)))
    }
    await page.close()
    expect(complaints).toEqual([])
  })

  it.concurrent.each(VISITS.filter((one) => one.main))('$name: stands forced colours and wide text', async (one) => {
    const page = await visit(one)
    const picture = (what: string) => ({ path: `${inject('artefacts')}${one.name.replaceAll(' ', '-')}-${what}.png` })
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
    await page.screenshot(picture('forced-colours'))
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' })
    await page.evaluate(wideText)
    const over: Record<string, number> = {}
    for (const size of [SIZES[0], SIZES[2]]) {
      await resized(page, size)
      await page.screenshot(picture(`wide-text-${size.width}`))
      over[size.width] = await overflow(page)
    }
    await page.close()
    expect(over).toEqual({ 1440: 0, 390: 0 })
  })
})
