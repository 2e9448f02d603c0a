import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export interface Complaint {
  readonly page: string
  readonly what: string
}

/** The widths every screen is held at: desk, half a desk, phone, smallest phone. */
export const SIZES = [
  { width: 1440, height: 900 },
  { width: 720, height: 450 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
] as const

/** Gives the page's window another size and waits until it is laid out anew. */
export async function resized(page: Page, size: { readonly width: number; readonly height: number }): Promise<void> {
  await page.setViewportSize(size)
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )
}

/** By how many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Checks one loaded page: axe where wanted, horizontal overflow, target sizes, one h1. Empty when all is well. */
export async function checkPage(page: Page, name: string, withAxe: boolean): Promise<Complaint[]> {
  const complaints = withAxe ? await axeComplaints(page, name) : []
  const facts = await page.evaluate(() => {
    const seen = (element: Element) => {
      const box = element.getBoundingClientRect()
      return box.width > 1 && box.height > 1 && getComputedStyle(element).visibility !== 'hidden'
    }
    const small = [...document.querySelectorAll('a,button,[role=tab],input,textarea,select')].filter((element) => {
      const box = element.getBoundingClientRect()
      const inText = getComputedStyle(element).display === 'inline'
      return seen(element) && !inText && (box.height < 24 || box.width < 24) && !element.closest('label')
    })
    return {
      wide: [...document.querySelectorAll('main *')]
        .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
        .map((element) => `${element.tagName}.${element.className}`),
      headings: [...document.querySelectorAll('h1')].filter((element) => element.checkVisibility()).length,
      small: small.map((element) =>
        `${element.getAttribute('aria-label') ?? element.textContent ?? ''}`.trim().slice(0, 30),
      ),
    }
  })
  const over = await overflow(page)
  if (over > 0)
    complaints.push({ page: name, what: `${over} px wider than the window: ${facts.wide.slice(0, 4).join(' | ')}` })
  if (facts.headings !== 1) complaints.push({ page: name, what: `${facts.headings} h1` })
  if (facts.small.length > 0)
    complaints.push({ page: name, what: `targets under 24 px: ${facts.small.slice(0, 5).join(' | ')}` })
  return complaints
}

async function axeComplaints(page: Page, name: string): Promise<Complaint[]> {
  const axe = await new AxeBuilder({ page })
    // react-aria's announcer names an image after an element that may be gone by then; it is never drawn.
    .exclude('[data-live-announcer]')
    .withTags(TAGS)
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .analyze()
  return axe.violations.map((violation) => ({
    page: name,
    what: `${violation.id}: ${violation.nodes[0]?.target.join(' ')} ${violation.nodes[0]?.html.slice(0, 160)}`,
  }))
}

/** Walks the page with Tab: every stop must change its looks and be in sight. */
export async function walkByTab(page: Page, name: string, most = 60): Promise<Complaint[]> {
  await page.evaluate(() => {
    const looks = (element: Element) => {
      const style = getComputedStyle(element)
      const frame = getComputedStyle(element.closest('[role=search], label, .h-field') ?? element)
      return [
        style.boxShadow,
        style.outline,
        style.backgroundColor,
        style.borderColor,
        frame.boxShadow,
        frame.outline,
        style.top,
      ].join('|')
    }
    const before = new Map<Element, string>()
    for (const element of document.querySelectorAll('a,button,input,textarea,select,[tabindex],[role=row]'))
      before.set(element, looks(element))
    Object.assign(window, { harmonyLooks: looks, harmonyBefore: before })
  })
  const complaints: Complaint[] = []
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(async () => {
      const element = document.activeElement
      if (element === null || element === document.body) return undefined
      const { harmonyLooks, harmonyBefore } = window as unknown as {
        harmonyLooks: (element: Element) => string
        harmonyBefore: Map<Element, string>
      }
      const covered = () => {
        const box = element.getBoundingClientRect()
        const points = [0.5, 0.1, 0.9].map((share) =>
          document.elementFromPoint(
            Math.min(innerWidth - 1, Math.max(0, box.left + box.width * share)),
            Math.min(innerHeight - 1, Math.max(0, box.top + box.height / 2)),
          ),
        )
        return !points.some((point) => point !== null && (element.contains(point) || point.contains(element)))
      }
      // The window may still be scrolling to the stop.
      for (let frame = 0; frame < 60 && covered(); frame += 1) await new Promise(requestAnimationFrame)
      return {
        name: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30),
        changed: harmonyBefore.get(element) !== harmonyLooks(element),
        covered: covered(),
      }
    })
    if (found === undefined) break
    if (!found.changed) complaints.push({ page: name, what: `focus not visible: ${found.name}` })
    if (found.covered) complaints.push({ page: name, what: `focus covered: ${found.name}` })
  }
  return complaints
}
