import type { LocalizedText } from '../../kernel/index.ts'

/** Ways to count processing days. They give different figures, so a report always names the one it used. */
export const PROCESSING_DEFINITIONS = ['elapsed', 'calendar', 'inclusive', 'working', 'statutory'] as const

export type ProcessingDefinition = (typeof PROCESSING_DEFINITIONS)[number]

export interface DefinitionText {
  readonly name: LocalizedText
  readonly rule: LocalizedText
  /** How many units of the counted integer make a day: milliseconds, whole days or millionths. */
  readonly perDay: number
}

export const DEFINITION_TEXTS: Readonly<Record<ProcessingDefinition, DefinitionText>> = {
  elapsed: {
    name: { ko: '경과일수', en: 'Elapsed days' },
    rule: { ko: '(완료일시 − 접수일시) ÷ 24시간', en: '(completed − received) ÷ 24 hours' },
    perDay: 86_400_000,
  },
  calendar: {
    name: { ko: '달력일수', en: 'Calendar days' },
    rule: { ko: '완료일 − 접수일 (같은 날은 0일)', en: 'date completed − date received (same day is 0)' },
    perDay: 1,
  },
  inclusive: {
    name: { ko: '초일산입 달력일수', en: 'Calendar days, first day counted' },
    rule: { ko: '완료일 − 접수일 + 1 (같은 날은 1일)', en: 'date completed − date received + 1 (same day is 1)' },
    perDay: 1,
  },
  working: {
    name: { ko: '근무일수', en: 'Working days' },
    rule: {
      ko: '접수일 다음 날부터 완료일까지의 근무일 (토요일·공휴일 제외)',
      en: 'working days after the date received, up to the date completed (Saturdays and public holidays excluded)',
    },
    perDay: 1,
  },
  statutory: {
    name: { ko: '법정 처리일수', en: 'Statutory days' },
    rule: {
      ko: '민원처리법 제19조: 5일 이하는 근무시간 ÷ 8, 6일 이상은 초일을 산입한 근무일, 보완 등 불산입 기간 제외',
      en: 'Petitions Act Art. 19: working hours ÷ 8 for periods up to 5 days, working days with the first counted from 6 days on, supplement and other uncounted time excluded',
    },
    perDay: 1_000_000,
  },
}
