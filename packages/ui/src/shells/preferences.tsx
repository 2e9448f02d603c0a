import { useEffect, useState } from 'react'
import { Button } from '../components/button.tsx'
import { useLocale } from '../i18n/setup.ts'
import { useWords } from '../i18n/words.ts'
import { uiWords } from '../words.ts'

export const FONT_SIZES = ['normal', 'large', 'larger'] as const
export type FontSize = (typeof FONT_SIZES)[number]

const STORE = 'harmony.font-size'

function applyFontSize(size: FontSize): void {
  document.documentElement.dataset.fontSize = size
}

function storedFontSize(): FontSize {
  const stored = localStorage.getItem(STORE)
  return FONT_SIZES.find((size) => size === stored) ?? 'normal'
}

/** The reader's text size, remembered on this device, and a setter. */
export function useFontSize(): readonly [FontSize, (size: FontSize) => void] {
  const [size, setSize] = useState(storedFontSize)
  useEffect(() => applyFontSize(size), [size])
  return [
    size,
    (next) => {
      localStorage.setItem(STORE, next)
      setSize(next)
    },
  ]
}

/** Text size and language, as in the citizens' header. The language is named in itself. */
export function PreferenceButtons() {
  const t = useWords(uiWords)
  const [locale, setLocale] = useLocale()
  const [size, setSize] = useFontSize()
  const next = FONT_SIZES[(FONT_SIZES.indexOf(size) + 1) % FONT_SIZES.length] ?? 'normal'
  const name = { normal: t('fontNormal'), large: t('fontLarge'), larger: t('fontLarger') }
  return (
    <div className="h-pref">
      <Button size="sm" onPress={() => setSize(next)}>
        <span aria-hidden="true">가+</span>
        <span className="h-sr">{`${t('fontSize')}: ${name[next]}`}</span>
      </Button>
      <Button size="sm" onPress={() => setLocale(locale === 'ko' ? 'en' : 'ko')}>
        <span lang={locale === 'ko' ? 'en' : 'ko'}>{locale === 'ko' ? 'English' : '한국어'}</span>
      </Button>
    </div>
  )
}
