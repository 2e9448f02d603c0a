import { Skeleton } from '@harmony/ui'
import type { RichEditorProps } from '@harmony/ui/editor'
import { lazy, Suspense } from 'react'

const RichEditor = lazy(() => import('@harmony/ui/editor').then((module) => ({ default: module.RichEditor })))

/** The editor, fetched only where something is written. */
export function BodyEditor(props: RichEditorProps) {
  return (
    <Suspense fallback={<Skeleton lines={8} />}>
      <RichEditor {...props} />
    </Suspense>
  )
}
