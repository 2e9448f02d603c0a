import { josa } from 'es-hangul'
import i18next from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'

/** The product's languages; Korean is the default. */
export const LOCALES = ['ko', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** A text stored in both languages, as releases and tenants carry it. */
export interface Localized {
  readonly ko: string
  readonly en: string
}

const STORE = 'harmony.locale'
type JosaPair = Parameters<typeof josa>[1]

function remembered(): Locale {
  const stored = globalThis.localStorage?.getItem(STORE)
  return stored === 'en' ? 'en' : 'ko'
}

/** Starts i18next once, in the remembered language, and sets `<html lang>`. Call before the first render. */
export function setupI18n(): void {
  if (i18next.isInitialized) return
  void i18next.use(initReactI18next).init({
    lng: remembered(),
    fallbackLng: 'ko',
    resources: {},
    ns: [],
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
    react: { useSuspense: false },
  })
  i18next.services.formatter?.add('josa', (value, _language, options) =>
    josa(String(value), String(options.with ?? '을/를') as JosaPair),
  )
  if (typeof document !== 'undefined') document.documentElement.lang = i18next.language
}

/** The language in use and a setter that remembers the choice on this device. */
export function useLocale(): readonly [Locale, (next: Locale) => void] {
  const { i18n } = useTranslation()
  const set = useCallback((next: Locale) => {
    localStorage.setItem(STORE, next)
    document.documentElement.lang = next
    void i18next.changeLanguage(next)
  }, [])
  return [i18n.language === 'en' ? 'en' : 'ko', set]
}

/** Picks the text of the language in use out of a `{ ko, en }` pair; Korean when the English is empty. */
export function useText(): (text: Localized) => string {
  const [locale] = useLocale()
  return useCallback((text) => text[locale] || text.ko, [locale])
}
