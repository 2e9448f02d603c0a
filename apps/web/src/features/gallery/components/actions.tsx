import { Button, ButtonLink, Card, IconButton, Link, SegmentedToggle, Stepper, useWords } from '@harmony/ui'
import { useState } from 'react'
import { galleryWords } from '../words.ts'

const VARIANTS = ['pri', 'sec', 'ter', 'danger', 'txt'] as const
const SIZES = ['sm', 'md', 'lg', 'xl'] as const

/** Buttons in every kind, size and state; links; toggles. */
export function Actions() {
  const t = useWords(galleryWords)
  const [view, setView] = useState<'map' | 'table'>('map')
  const [month, setMonth] = useState(11)
  return (
    <Card title={t('actions')} padded>
      <div className="h-stack">
        {VARIANTS.map((variant) => (
          <div className="h-row" key={variant}>
            {SIZES.map((size) => (
              <Button key={size} variant={variant} size={size}>
                {`${variant} ${size}`}
              </Button>
            ))}
            <Button variant={variant} icon="plus">
              아이콘
            </Button>
            <Button variant={variant} isDisabled>
              꺼짐
            </Button>
            <Button variant={variant} isPending>
              처리 중
            </Button>
          </div>
        ))}
        <div className="h-row">
          <ButtonLink href="#main">버튼 모양 링크</ButtonLink>
          <IconButton icon="bell" label="알림" />
          <IconButton icon="trash" label="지우기" isDisabled />
          <Link href="#main">링크</Link>
          <Link href="#main" more>
            전체 보기
          </Link>
          <Link href="#main" icon="clip">
            질문 목록.hwp
          </Link>
          <Link href="#main" look="quiet">
            조용한 링크
          </Link>
          <span>
            문장 안의{' '}
            <Link href="#main" look="inline">
              링크
            </Link>
          </span>
        </div>
        <div className="h-row">
          <SegmentedToggle
            label="보기 방식"
            value={view}
            onChange={setView}
            options={[
              { id: 'map', label: '체계도' },
              { id: 'table', label: '표로 보기' },
            ]}
          />
          <Stepper
            label="기간"
            value={`2026년 ${month}월`}
            prevLabel="이전 달"
            nextLabel="다음 달"
            onPrev={month > 1 ? () => setMonth(month - 1) : undefined}
            onNext={month < 12 ? () => setMonth(month + 1) : undefined}
          />
        </div>
      </div>
    </Card>
  )
}
