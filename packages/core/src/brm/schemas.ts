import { z } from 'zod'
import { FUNCTION_LEVELS } from './domain/levels.ts'

/** Limits a form can show; the same numbers stand in the tables' checks. */
export const BRM_LIMITS = {
  coreArea: 200,
  purpose: 2000,
  description: 10_000,
  reason: 1000,
  label: 60,
  entries: 50,
  name: 200,
} as const

const id = z.uuid()
const instant = z.iso.datetime({ offset: true })
const text = (max: number) => z.string().trim().min(1).max(max)
const maybe = (max: number) => z.string().trim().max(max)
const localized = z.object({ ko: z.string(), en: z.string() })
const day = z.iso.date()

export const functionLevel = z.enum(FUNCTION_LEVELS)

/** 법령: its name and the articles the task rests on. */
export const lawEntry = z.strictObject({ name: text(200), article: maybe(200).default('') })
/** 규제: a regulation that the task runs, with its registration number where it has one. */
export const regulationEntry = z.strictObject({ name: text(200), number: maybe(60).default('') })
/** 예산: won of one fiscal year, with its 세부사업 where known. */
export const budgetEntry = z.strictObject({
  year: z.int().min(1948).max(2200),
  amount: z.int().min(0).max(9_000_000_000_000_000),
  program: maybe(200).default(''),
})
/** 조직: who takes part beside the performing units, inside or outside the agency. */
export const organisationEntry = z.strictObject({ name: text(200), role: maybe(200).default('') })

/** 속성정보 and 유관정보 of a unit task (R3). */
export const unitTaskAttributes = z.strictObject({
  unitIds: z.array(id).min(1).max(20),
  coreArea: maybe(BRM_LIMITS.coreArea),
  purpose: maybe(BRM_LIMITS.purpose),
  description: maybe(BRM_LIMITS.description),
  serviceKeys: z.array(z.string().min(1).max(60)).max(BRM_LIMITS.entries),
  laws: z.array(lawEntry).max(BRM_LIMITS.entries),
  regulations: z.array(regulationEntry).max(BRM_LIMITS.entries),
  budgets: z.array(budgetEntry).max(BRM_LIMITS.entries),
  organisations: z.array(organisationEntry).max(BRM_LIMITS.entries),
})

export const updateUnitTaskInput = z.strictObject({
  unitTaskId: id,
  version: z.int().positive(),
  ...unitTaskAttributes.partial().shape,
  reason: text(BRM_LIMITS.reason),
})
export const updateUnitTaskOutput = z.strictObject({ unitTaskId: id, version: z.int() })

const counts = z.strictObject({
  added: z.int(),
  renamed: z.int(),
  moved: z.int(),
  ended: z.int(),
  revived: z.int(),
  reassigned: z.int(),
})
export const functionChange = z.strictObject({
  kind: z.enum(['added', 'renamed', 'moved', 'ended', 'revived', 'reassigned']),
  level: functionLevel,
  code: z.string(),
  name: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
})

export const functionVersionView = z.strictObject({
  id,
  sequence: z.int(),
  label: z.string(),
  year: z.int(),
  validFrom: instant,
  source: z.string(),
  reason: z.string(),
  importedBy: z.string().nullable(),
  importedAt: instant,
  summary: counts,
  current: z.boolean(),
})
export const functionVersionsOutput = z.strictObject({
  versions: z.array(functionVersionView),
  /** Whether the reader may bring in a new version. */
  mayImport: z.boolean(),
})
export const functionVersionInput = z.strictObject({ versionId: id })
export const functionVersionChangesOutput = z.strictObject({ changes: z.array(functionChange) })

const unitRef = z.strictObject({ id, code: z.string(), name: localized })
export const functionTreeInput = z.strictObject({ versionId: id.optional() })
export const functionTreeOutput = z.strictObject({
  version: functionVersionView.nullable(),
  nodes: z.array(
    z.strictObject({
      id,
      code: z.string(),
      level: functionLevel,
      name: z.string(),
      parentId: id.nullable(),
      /** 수행주체 of a unit task, today's; empty for the levels above. */
      unitIds: z.array(id),
    }),
  ),
  units: z.array(unitRef),
})

export const searchUnitTasksInput = z.strictObject({
  query: z.string().max(100).default(''),
  unitId: id.optional(),
  limit: z.int().min(1).max(100).default(20),
})
export const unitTaskView = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  path: z.array(z.string()),
  unitIds: z.array(id),
  active: z.boolean(),
})
export const searchUnitTasksOutput = z.strictObject({ rows: z.array(unitTaskView), total: z.int() })

export const unitTaskInput = z.strictObject({ unitTaskId: id })
export const unitTaskOutput = z.strictObject({
  ...unitTaskView.shape,
  ...unitTaskAttributes.shape,
  unitIds: z.array(id),
  ancestors: z.array(z.strictObject({ id, code: z.string(), level: functionLevel, name: z.string() })),
  units: z.array(
    z.strictObject({
      ...unitRef.shape,
      head: z.strictObject({ name: z.string(), title: localized, phone: z.string().nullable() }).nullable(),
    }),
  ),
  /** How the task was called and where it hung, newest version first. */
  placements: z.array(
    z.strictObject({
      label: z.string(),
      year: z.int(),
      validFrom: instant,
      name: z.string(),
      path: z.array(z.string()),
      ended: z.boolean(),
    }),
  ),
  changedBy: z.string().nullable(),
  changedAt: instant,
  version: z.int(),
  mayEdit: z.boolean(),
})

export const unitTaskHistoryOutput = z.strictObject({
  rows: z.array(
    z.strictObject({
      id,
      version: z.int(),
      changedBy: z.string().nullable(),
      changedAt: instant,
      reason: z.string(),
      before: z.record(z.string(), z.unknown()),
      after: z.record(z.string(), z.unknown()),
    }),
  ),
})

export const functionRejection = z.strictObject({
  line: z.int(),
  column: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export const previewFunctionsInput = z.strictObject({ fileId: id })
export const previewFunctionsOutput = z.strictObject({
  fileName: z.string(),
  rows: z.int(),
  /** Nodes of each level that the file names. */
  levels: z.record(functionLevel, z.int()),
  summary: counts,
  changes: z.array(functionChange),
  rejected: z.array(functionRejection),
  ignoredColumns: z.array(z.string()),
  /** The version the comparison is with: applying names it, so that nobody's version is passed over. */
  baseSequence: z.int(),
})
export const applyFunctionsInput = z.strictObject({
  fileId: id,
  baseSequence: z.int().min(0),
  label: text(BRM_LIMITS.label),
  year: z.int().min(1948).max(2200),
  /** From which day the version holds, in Seoul; never in the future nor before the version it follows. */
  validFrom: day.optional(),
  reason: text(BRM_LIMITS.reason),
  idempotencyKey: z.string().min(8).max(100).optional(),
})
export const applyFunctionsOutput = z.strictObject({ versionId: id, sequence: z.int(), summary: counts })

export type FunctionVersionView = z.infer<typeof functionVersionView>
export type FunctionTreeInput = z.input<typeof functionTreeInput>
export type FunctionTreeOutput = z.infer<typeof functionTreeOutput>
export type SearchUnitTasksInput = z.input<typeof searchUnitTasksInput>
export type SearchUnitTasksOutput = z.infer<typeof searchUnitTasksOutput>
export type UnitTaskAttributes = z.infer<typeof unitTaskAttributes>
export type UnitTaskOutput = z.infer<typeof unitTaskOutput>
export type UpdateUnitTaskInput = z.input<typeof updateUnitTaskInput>
export type UnitTaskHistoryOutput = z.infer<typeof unitTaskHistoryOutput>
export type PreviewFunctionsOutput = z.infer<typeof previewFunctionsOutput>
export type ApplyFunctionsInput = z.input<typeof applyFunctionsInput>
export type ApplyFunctionsOutput = z.infer<typeof applyFunctionsOutput>
