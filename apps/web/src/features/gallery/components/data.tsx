import {
  Button,
  Card,
  DataTable,
  EmptyState,
  ErrorState,
  FilteredEmpty,
  formatNumber,
  ICON_PATHS,
  Icon,
  type IconName,
  ProgressBar,
  Skeleton,
  Sparkline,
  STACK_COLOURS,
  StackBar,
  StatusMark,
  signalOf,
  type TableColumn,
  useWords,
} from '@harmony/ui'
import { downloadExcel } from '../../../lib/excel.ts'
import { galleryWords } from '../words.ts'

interface Row {
  readonly name: string
  readonly done: number
  readonly score: number | null
}
const ROWS: readonly Row[] = Array.from({ length: 12 }, (_, index) => ({
  name: `${index + 1}번 부서`,
  done: 120 - index * 7,
  score: index === 4 ? null : 97.5 - index * 4.1,
}))
const COLUMNS: readonly TableColumn<Row>[] = [
  { id: 'name', header: '부서', rowHeader: true, value: (row) => row.name, cell: (row) => row.name },
  {
    id: 'done',
    header: '처리',
    numeric: true,
    value: (row) => row.done,
    cell: (row) => `${formatNumber(row.done, 'ko')}건`,
  },
  {
    id: 'score',
    header: '점수',
    numeric: true,
    value: (row) => row.score,
    cell: (row) => row.score?.toFixed(1) ?? '미측정',
  },
  {
    id: 'signal',
    header: '상태',
    cell: (row) => <StatusMark signal={signalOf(row.score, { green: 90, yellow: 70 })} />,
  },
]

/** Tables in every state, small graphics. */
export function Data() {
  const t = useWords(galleryWords)
  const shared = { columns: COLUMNS, rowKey: (row: Row) => row.name }
  return (
    <>
      <Card title={t('data')}>
        <DataTable
          {...shared}
          caption="부서별 처리 현황"
          rows={ROWS}
          pageSize={5}
          isSelected={(row) => row.done === 113}
          onExport={(sheet) => void downloadExcel(sheet)}
        />
        <div className="h-card-body h-stack">
          <Sparkline label="최근 여섯 달 점수, 71에서 94로" values={[71, 74, null, 82, 88, 94]} min={60} max={100} />
          <StackBar
            parts={[
              { key: 'a', value: 42, colour: STACK_COLOURS[0] },
              { key: 'b', value: 18, colour: STACK_COLOURS[1] },
              { key: 'c', value: 12, colour: STACK_COLOURS[2] },
            ]}
            marks={[
              { at: 70, label: '주의 70' },
              { at: 90, label: '달성 90' },
            ]}
          />
          <ProgressBar label="가져오기 진행" value={0.62} />
        </div>
      </Card>
      <Card title={t('states')}>
        <div className="ga-grid h-card-body">
          <Skeleton delay={0} />
          <EmptyState icon="check" title="다 처리했습니다" action={<Button>지난 민원 보기</Button>}>
            새 민원이 오면 여기에 나타납니다.
          </EmptyState>
          <FilteredEmpty onClear={() => {}} />
          <ErrorState what="민원 목록" onRetry={() => {}} />
          <DataTable
            {...shared}
            caption="비어 있는 표"
            rows={[]}
            empty={<EmptyState title="아직 접수된 민원이 없습니다" />}
          />
          <DataTable {...shared} caption="조건에 맞는 것이 없는 표" rows={[]} onClearFilter={() => {}} />
          <DataTable {...shared} caption="실패한 표" rows={undefined} error={{ onRetry: () => {} }} />
        </div>
      </Card>
    </>
  )
}

const COLOURS = [
  'p5',
  'p10',
  'p50',
  'p60',
  'p70',
  's5',
  's10',
  's70',
  's80',
  'g5',
  'g10',
  'g30',
  'g60',
  'g90',
  'ok50',
  'warn30',
  'danger50',
  'danger60',
]
const SIZES = ['--fs-xs', '--fs-s', '--fs-m', '--fs-l', '--fs-xl', '--fs-2xl', '--fs-3xl']
const isIcon = (name: string): name is IconName => name in ICON_PATHS

/** Type scale, colours, icons. */
export function Foundations() {
  const t = useWords(galleryWords)
  return (
    <>
      <Card title={t('type')} padded>
        <div className="h-stack">
          {SIZES.map((size) => (
            <p key={size} style={{ fontSize: `var(${size})` }}>
              고객의 요청이 성과로 이어집니다 Harmony 0123
            </p>
          ))}
          <ul className="ga-swatch">
            {COLOURS.map((name) => (
              <li key={name}>
                <i style={{ background: `var(--${name})` }} />
                {name}
              </li>
            ))}
          </ul>
        </div>
      </Card>
      <Card title={t('icons')} padded>
        <ul className="ga-icons">
          {Object.keys(ICON_PATHS)
            .filter(isIcon)
            .map((name) => (
              <li key={name}>
                <Icon name={name} size={24} />
                {name}
              </li>
            ))}
        </ul>
      </Card>
    </>
  )
}
