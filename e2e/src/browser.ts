import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
/** On two loaded cores the first page of a route waits for its parts. */
const PATIENCE_MS = 30_000

/** The one password of the demo's people. */
export const PASSWORD = 'harmony-demo'

/** Where a Chromium stands on this machine, or undefined. */
export function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [process.env['CHROMIUM'], ...found, ...PLACES].find((place) => place && existsSync(place))
}

/** Opens the machine's Chromium, headless. @throws Error when there is none */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('no Chromium on this machine')
  return chromium.launch({
    executablePath,
    env: { ...process.env, LANGUAGE: 'ko' },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--lang=ko-KR',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A browser of one person: own cookies, Korean, Seoul. */
export async function person(
  browser: Browser,
  size: { width: number; height: number } = { width: 1440, height: 900 },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: size,
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  return context
}

/** Signs a demo person in through the form. */
export async function signIn(
  page: Page,
  base: string,
  agency: string,
  email: string,
  password = PASSWORD,
): Promise<void> {
  await page.goto(`${base}/${agency}/sign-in`)
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.locator('form button[type=submit]').click()
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
}

/** A page of a browser of one's own, signed in at an agency. */
export async function enter(browser: Browser, base: string, agency: string, email: string): Promise<Page> {
  const page = await (await person(browser)).newPage()
  await signIn(page, base, agency, email)
  return page
}

/** Resolves when the page shows its content: one headline, nothing loading, fonts there. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => document.querySelector('[aria-busy=true], .h-skel') === null)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}
