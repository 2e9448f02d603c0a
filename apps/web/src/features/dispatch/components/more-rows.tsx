import { Button, useWords } from '@harmony/ui'
import { listWords } from '../list-words.ts'

interface MoreRowsProps {
  readonly query: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => unknown
  }
}

/** The next rows of a list, while there are more. */
export function MoreRows({ query }: MoreRowsProps) {
  const t = useWords(listWords)
  if (!query.hasNextPage) return null
  return (
    <div className="ds-foot h-noprint">
      <Button size="sm" isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
        {t('more')}
      </Button>
    </div>
  )
}
