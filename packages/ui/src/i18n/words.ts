import i18next from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** The words of one feature: the same keys in both languages. English may add `_one`/`_other` forms to a key of its own. */
export interface Words<K extends string> {
  readonly ko: Readonly<Record<K, string>>
  readonly en: Readonly<Record<K, string>>
}

type BaseKey<K extends string> = K extends `${infer B}_one` | `${infer B}_other` ? B : K

/** Values for a text's `{placeholder}`s. `count` also picks `_one` or `_other`. */
export type WordValues = Readonly<Record<string, string | number>>

/** Looks a word up in the language in use. */
export type Translate<K extends string> = (key: BaseKey<K>, values?: WordValues) => string

/**
 * Declares a feature's words; the type demands the same keys in Korean and English.
 * @param words texts by key; placeholders as `{name}`, particles as `{name, josa(with: 을/를)}`.
 */
export function defineWords<const K extends string>(words: {
  ko: Record<K, string>
  en: Record<NoInfer<K>, string>
}): Words<K> {
  return words
}

const namespaces = new WeakMap<object, string>()
let made = 0

function namespaceOf(words: Words<string>): string {
  const known = namespaces.get(words)
  if (known) return known
  made += 1
  const name = `w${made}`
  namespaces.set(words, name)
  i18next.addResourceBundle('ko', name, words.ko)
  i18next.addResourceBundle('en', name, words.en)
  return name
}

/**
 * The translate function of one feature's words. The component renders again when the language changes.
 * @param words what `defineWords` returned (a plain `{ ko, en }` object works too).
 */
export function useWords<K extends string>(words: Words<K>): Translate<K> {
  const { i18n } = useTranslation()
  const language = i18n.language
  return useMemo(() => {
    const t = i18next.getFixedT(language, namespaceOf(words))
    return (key, values) => t(key, { ...values })
  }, [words, language])
}

/** The same outside React, in the language in use at the call. */
export function translate<K extends string>(words: Words<K>, key: BaseKey<K>, values?: WordValues): string {
  return i18next.getFixedT(i18next.language, namespaceOf(words))(key, { ...values })
}
