import {
  Avatar,
  Breadcrumb,
  Card,
  Note,
  type Signal,
  StatusMark,
  type Step,
  StepBar,
  StepLine,
  Tabs,
  Tag,
  TaskMark,
  Timeline,
  useWords,
} from '@harmony/ui'
import { galleryWords } from '../words.ts'

const SIGNALS: readonly Signal[] = ['green', 'yellow', 'red', 'none']
const STEPS: readonly Step[] = [
  { key: 'received', label: '접수', state: 'done', note: '11월 20일 10:24' },
  { key: 'assigned', label: '담당자 배정', state: 'done', note: '11월 20일 11:02' },
  { key: 'review', label: '검토', state: 'current', note: '11월 21일부터 · 한결' },
  { key: 'completed', label: '완료', state: 'todo', note: '11월 27일까지' },
]

/** Signals, marks, tags, steps, timeline, tabs. */
export function Status() {
  const t = useWords(galleryWords)
  return (
    <Card title={t('status')} padded>
      <div className="h-stack">
        <div className="h-row">
          {SIGNALS.map((signal) => (
            <StatusMark key={signal} signal={signal} />
          ))}
          <TaskMark ok />
          <TaskMark ok={false} />
          <Tag>회색</Tag>
          <Tag tone="blue">접수</Tag>
          <Tag tone="green">기한 안 완료</Tag>
          <Tag tone="amber">보완 요청</Tag>
          <Tag tone="red">1일 지남</Tag>
          <Avatar name="한결" />
        </div>
        <Breadcrumb
          items={[
            { label: '행정자치부', href: '#main' },
            { label: '혁신기획관', href: '#main' },
            { label: '부내혁신전략팀' },
          ]}
        />
        <StepBar steps={STEPS} />
        <StepLine steps={STEPS} />
        <Timeline
          entries={[
            {
              key: '2',
              title: '검토를 시작했습니다',
              at: '11.21 09:10',
              dateTime: '2026-11-21T00:10:00Z',
              text: '사례를 모아 답변을 작성하고 있습니다.',
              who: '부내혁신전략팀 한결',
            },
            {
              key: '1',
              title: '요청을 접수했습니다',
              at: '11.20 10:24',
              dateTime: '2026-11-20T01:24:00Z',
              text: '담당 부서에 바로 전달했습니다.',
            },
          ]}
        />
        <Tabs
          label="업무함 구분"
          items={[
            { id: 'mine', label: '내 민원', count: 3, content: <p className="h-card-body">내 민원 3건</p> },
            { id: 'unit', label: '부서 민원', count: 12, content: <p className="h-card-body">부서 민원 12건</p> },
          ]}
        />
        <Note>안내합니다. 처리 기간은 근무일로 셉니다.</Note>
        <Note tone="amber">보완을 기다리는 동안에는 처리 기간을 세지 않습니다.</Note>
        <Note tone="green">저장했습니다. 이 화면을 닫아도 됩니다.</Note>
      </div>
    </Card>
  )
}
