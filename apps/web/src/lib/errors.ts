import { formatDate, type Locale, useLocale } from '@harmony/ui'
import { TRPCClientError } from '@trpc/client'
import { useCallback, useSyncExternalStore } from 'react'

/** A refusal as the api words it. */
export interface Failure {
  readonly code: string
  readonly field: string | null
  readonly params: Readonly<Record<string, string | number>>
}

type Catalogue = Readonly<Record<string, { readonly ko: string; readonly en: string }>>

interface FailureData {
  readonly messageCode?: unknown
  readonly field?: unknown
  readonly params?: unknown
}

/** Until the catalogue is here, and for codes it does not know. */
const GENERAL = {
  ko: '처리하지 못했습니다. 문제가 계속되면 담당자에게 알려 주세요.',
  en: 'Something went wrong. Please tell the operator if it persists.',
}

let catalogue: Catalogue = {}
const listeners = new Set<() => void>()

/** Fetches the words of all error codes beside the first load, not as a part of it. */
async function loadCatalogue(): Promise<void> {
  const { messages } = await import('@harmony/core/messages')
  catalogue = messages
  for (const listener of listeners) listener()
}

if (typeof window !== 'undefined') void loadCatalogue()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The failure inside an error of the api; `service.unavailable` when the api could not be reached. */
export function failureOf(error: unknown): Failure {
  const data: FailureData | undefined = error instanceof TRPCClientError ? error.data : undefined
  if (typeof data?.messageCode !== 'string') return { code: 'service.unavailable', field: null, params: {} }
  return {
    code: data.messageCode,
    field: typeof data.field === 'string' ? data.field : null,
    params: typeof data.params === 'object' && data.params !== null ? { ...data.params } : {},
  }
}

/**
 * The words for a failure's code, placeholders filled.
 * @param words the catalogue to look in; the general sentence stands in for codes that are not in it
 */
export function failureText(failure: Failure, locale: Locale, words: Catalogue = catalogue): string {
  const text = (words[failure.code] ?? GENERAL)[locale]
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => paramText(failure.params[name] ?? hole, locale))
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Moments and days as people read them, in Seoul's time; anything else as it is. */
function paramText(value: string | number, locale: Locale): string {
  const text = String(value)
  if (INSTANT.test(text)) return formatDate(text, locale, 'moment')
  return DAY.test(text) ? formatDate(`${text}T12:00:00+09:00`, locale) : text
}

/** Turns any error of a query or mutation into a sentence in the language in use. */
export function useErrorText(): (error: unknown) => string {
  const [locale] = useLocale()
  const words = useSyncExternalStore(subscribe, () => catalogue)
  return useCallback((error) => failureText(failureOf(error), locale, words), [locale, words])
}
