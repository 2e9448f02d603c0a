import { PATHS } from './icon-paths.ts'

export type IconName = keyof typeof PATHS

export interface IconProps {
  readonly name: IconName
  /** Side in px; 20 unless told. */
  readonly size?: number
  /** Stroke width on the 24-unit grid. */
  readonly weight?: number
}

/** A line icon in the text's colour. Decorative: the words beside it carry the meaning. */
export function Icon({ name, size = 20, weight = 1.6 }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={weight}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}

/** The product's mark: four bars, one flow. */
export function BrandMark({ size = 26 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true">
      <rect x="2" y="3" width="22" height="4.2" rx="2.1" fill="#052b57" />
      <rect x="2" y="9" width="16" height="4.2" rx="2.1" fill="#1c589c" />
      <rect x="2" y="15" width="19" height="4.2" rx="2.1" fill="#256ef4" />
      <rect x="2" y="21" width="10" height="3" rx="1.5" fill="#90b0d5" />
    </svg>
  )
}
