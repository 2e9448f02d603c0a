import { messages } from '@harmony/core/messages'
import { type Locale, useLocale } from '@harmony/ui'
import { TRPCClientError } from '@trpc/client'
import { useCallback } from 'react'

/** A refusal as the api words it. */
export interface Failure {
  readonly code: string
  readonly field: string | null
  readonly params: Readonly<Record<string, string | number>>
}

interface FailureData {
  readonly messageCode?: unknown
  readonly field?: unknown
  readonly params?: unknown
}

/** The failure inside an error of the api; `service.failed` for anything unknown. */
export function failureOf(error: unknown): Failure {
  const data: FailureData | undefined = error instanceof TRPCClientError ? error.data : undefined
  if (typeof data?.messageCode !== 'string') return { code: 'service.unavailable', field: null, params: {} }
  return {
    code: data.messageCode,
    field: typeof data.field === 'string' ? data.field : null,
    params: typeof data.params === 'object' && data.params !== null ? { ...data.params } : {},
  }
}

/** The words for a failure's code, placeholders filled; the general words when the code is unknown here. */
export function failureText(failure: Failure, locale: Locale): string {
  const catalogue: Readonly<Record<string, { readonly ko: string; readonly en: string }>> = messages
  const text = catalogue[failure.code] ?? messages['service.failed']
  return text[locale].replace(/\{(\w+)\}/g, (hole, name: string) => String(failure.params[name] ?? hole))
}

/** Turns any error of a query or mutation into a sentence in the language in use. */
export function useErrorText(): (error: unknown) => string {
  const [locale] = useLocale()
  return useCallback((error) => failureText(failureOf(error), locale), [locale])
}
