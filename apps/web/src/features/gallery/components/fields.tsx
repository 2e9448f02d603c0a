import {
  Card,
  Checkbox,
  CheckboxGroup,
  ComboBox,
  DateField,
  DropZone,
  ErrorSummary,
  RadioGroup,
  Rating,
  type RatingValue,
  Select,
  TextArea,
  TextField,
  useWords,
} from '@harmony/ui'
import { useState } from 'react'
import { galleryWords } from '../words.ts'

const AREAS = [
  { id: 'org', label: '조직·정원', hint: '기구와 정원에 관한 문의' },
  { id: 'service', label: '민원 제도', hint: '처리 기간, 서식' },
  { id: 'local', label: '지방자치', hint: '자치단체 지원' },
] as const
type Area = (typeof AREAS)[number]['id']

/** Fields: empty, filled, with hint, refused, off. */
export function Fields() {
  const t = useWords(galleryWords)
  const [area, setArea] = useState<Area | null>(null)
  const [agency, setAgency] = useState<Area | null>('service')
  const [date, setDate] = useState('2026-11-22')
  return (
    <Card title={t('fields')} padded>
      <div className="ga-grid">
        <TextField label="제목" placeholder="한 줄로 적어 주세요" hint="200자까지" />
        <TextField label="전화번호" optional defaultValue="02-0000-0000" />
        <TextField
          id="ga-mail"
          label="전자우편"
          defaultValue="han@"
          error="전자우편 주소 형식이 아닙니다. 예: name@example.kr"
        />
        <TextField label="접수 번호" isDisabled defaultValue="2026-000123" />
        <TextField label="작은 칸" size="md" placeholder="40 px" />
        <DateField label="기준일" value={date} onChange={setDate} max="2026-12-31" />
        <Select label="분야" options={AREAS} value={area} onChange={setArea} />
        <Select label="분야 (오류)" options={AREAS} value={null} onChange={setArea} error="분야를 골라 주세요." />
        <Select label="분야 (꺼짐)" options={AREAS} value="local" onChange={setArea} isDisabled />
        <ComboBox label="찾아서 고르기 (초성)" options={AREAS} value={agency} onChange={setAgency} />
        <TextArea label="내용" rows={4} hint="겪은 일을 그대로 적어 주세요" />
        <TextArea label="내용 (오류)" rows={4} error="내용을 적어 주세요." />
        <ErrorSummary errors={[{ fieldId: 'ga-mail', message: '전자우편 주소 형식이 아닙니다' }]} />
      </div>
    </Card>
  )
}

/** Check boxes, radio buttons, the five-point rating. */
export function Choices() {
  const t = useWords(galleryWords)
  const [agree, setAgree] = useState(true)
  const [many, setMany] = useState<string[]>(['org'])
  const [one, setOne] = useState<Area | null>('service')
  const [card, setCard] = useState<Area | null>('local')
  const [points, setPoints] = useState<RatingValue | null>(4)
  return (
    <Card title={t('choices')} padded>
      <div className="ga-grid">
        <div>
          <Checkbox isSelected={agree} onChange={setAgree}>
            답변을 전자우편으로도 받겠습니다
          </Checkbox>
          <Checkbox isSelected={false} onChange={setAgree} isDisabled>
            고를 수 없는 항목
          </Checkbox>
        </div>
        <CheckboxGroup label="여러 개 고르기" options={AREAS} value={many} onChange={setMany} />
        <RadioGroup label="하나 고르기" options={AREAS} value={one} onChange={setOne} />
        <RadioGroup label="카드로 하나 고르기" look="cards" options={AREAS} value={card} onChange={setCard} />
        <Rating label="신속성" value={points} onChange={setPoints} />
        <Rating label="친절성 (오류)" value={null} onChange={setPoints} error="1점에서 5점 가운데 골라 주세요." />
      </div>
    </Card>
  )
}

/** The drop zone with files going up, done and refused. */
export function Files() {
  const t = useWords(galleryWords)
  return (
    <Card title={t('files')} padded>
      <DropZone
        label="첨부 파일"
        hint="PDF, HWP, 그림. 하나에 20 MB까지, 10개까지"
        items={[
          { id: '1', name: '질문 목록.hwp', size: 24 * 1024, progress: 'done' },
          { id: '2', name: '현장 사진.jpg', size: 5 * 1024 * 1024, progress: 0.42 },
          { id: '3', name: '설치.exe', size: 900, progress: 'failed', error: '이 종류의 파일은 받을 수 없습니다.' },
        ]}
        onFiles={() => {}}
        onRemove={() => {}}
      />
    </Card>
  )
}
