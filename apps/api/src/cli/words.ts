import type { HarmonyError } from '@harmony/core/kernel'
import { messages } from '@harmony/core/messages'

export type Language = 'ko' | 'en'

/** The words of a message code in a language, its placeholders filled; the code itself when it has no words. */
export function say(code: string, params: Readonly<Record<string, string | number>>, language: Language): string {
  const known: Readonly<Record<string, { ko: string; en: string }>> = messages
  const text = known[code]?.[language]
  if (text === undefined) return code
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

/** An error as one line: its field, its words, its code. */
export function sayError(error: HarmonyError, language: Language): string {
  const field = error.field === undefined || error.field === '' ? '' : `${error.field}: `
  return `${field}${say(error.code, error.params, language)} [${error.code}]`
}
