/** A text in the product's two languages; Korean first (R59). */
export interface LocalizedText {
  readonly ko: string
  readonly en: string
}

export type Locale = 'ko' | 'en'
