import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** Where a Chromium stands on this machine, or undefined. */
export function findChromium(): string | undefined {
  return [process.env['CHROMIUM'], ...PLACES].find((place) => place !== undefined && existsSync(place))
}

/** Opens the machine's Chromium, headless. @throws Error when there is none */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('no Chromium on this machine')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A browser of one person: own cookies, Korean, Seoul. */
export async function person(browser: Browser, size: { width: number; height: number } = { width: 1440, height: 900 }): Promise<BrowserContext> {
  return browser.newContext({ viewport: size, locale: 'ko-KR', timezoneId: 'Asia/Seoul', reducedMotion: 'reduce' })
}

/** Signs a demo person in through the form. */
export async function signIn(page: Page, base: string, agency: string, email: string, password: string): Promise<void> {
  await page.goto(`${base}/${agency}/sign-in`)
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.locator('form button[type=submit]').click()
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
}
