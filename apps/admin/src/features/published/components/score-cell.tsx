import { StatusMark, Tag, useFormat, useWords } from '@harmony/ui'
import type { ApiOutputs } from '../../../lib/web.ts'
import { publishedWords } from '../words.ts'

type Node = Pick<ApiOutputs['performance']['published'][number]['document']['total'], 'score' | 'signal' | 'suppressed'>

/** A published score, or that it is suppressed and why. */
export function ScoreCell({ node }: { readonly node: Node }) {
  const t = useWords(publishedWords)
  const format = useFormat()
  if (node.suppressed) {
    return (
      <span title={t('suppressedWhy')}>
        <Tag>{t('suppressed')}</Tag>
      </span>
    )
  }
  return (
    <span className="h-row">
      <b className="h-num">{format.score(node.score)}</b>
      {node.score !== null && <StatusMark signal={node.signal} />}
    </span>
  )
}
