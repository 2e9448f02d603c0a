import type { ReactNode } from 'react'
import { useId } from 'react'

export interface CardProps {
  readonly title?: ReactNode
  /** Beside the title: a tag, tabs, a note. */
  readonly aside?: ReactNode
  /** At the right end of the head: "all of them". */
  readonly more?: ReactNode
  readonly children: ReactNode
  /** Pads the body; lists and tables bring their own space. */
  readonly padded?: boolean
}

/** A panel of a page with its own heading; loads and fails by itself. */
export function Card({ title, aside, more, children, padded = false }: CardProps) {
  const id = useId()
  return (
    <section className="h-card" aria-labelledby={title ? id : undefined}>
      {title && (
        <div className="h-card-hd">
          <h2 id={id}>{title}</h2>
          {aside}
          {more}
        </div>
      )}
      {padded ? <div className="h-card-body">{children}</div> : children}
    </section>
  )
}

export type Tone = 'gray' | 'blue' | 'green' | 'amber' | 'red'

/** A state or kind in one word. Never looks like a button. */
export function Tag({ tone = 'gray', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span className="h-tag" data-tone={tone}>
      {children}
    </span>
  )
}

/** A person's or agency's first letter. Decorative. */
export function Avatar({ name }: { readonly name: string }) {
  return (
    <span className="h-av" aria-hidden="true">
      {[...name][0] ?? ''}
    </span>
  )
}
