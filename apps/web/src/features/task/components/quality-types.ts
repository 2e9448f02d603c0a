import type { TaskQualityView } from '@harmony/core/work/schemas'

/** A stage of the 품질관리매뉴얼 on a card, with its checklist. */
export type QualityStage = TaskQualityView['stages'][number]
export type QualityItem = QualityStage['items'][number]
