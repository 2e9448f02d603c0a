import { FUNCTION_LEVELS, type FunctionLevel } from './levels.ts'

/** The columns of a function file, as the screens export them; the Korean header names them. */
const LEVEL_NAMES: Readonly<Record<FunctionLevel, string>> = {
  'policy-field': '정책분야',
  'policy-area': '정책영역',
  'major-function': '대기능',
  'middle-function': '중기능',
  'minor-function': '소기능',
  'unit-task': '단위과제',
}

export const COLUMN_OF_LEVEL: readonly { level: FunctionLevel; code: string; name: string }[] = FUNCTION_LEVELS.map(
  (level) => ({ level, code: `${LEVEL_NAMES[level]}코드`, name: LEVEL_NAMES[level] }),
)

export const COLUMNS = {
  units: '수행부서코드',
  coreArea: '핵심영역',
  purpose: '목적',
  description: '설명',
  laws: '법령',
  regulations: '규제',
  budgets: '예산',
  organisations: '관련조직',
  services: '민원종류',
} as const

export const REQUIRED_COLUMNS: readonly string[] = [
  ...COLUMN_OF_LEVEL.flatMap(({ code, name }) => [code, name]),
  COLUMNS.units,
]
export const KNOWN_COLUMNS: ReadonlySet<string> = new Set([...REQUIRED_COLUMNS, ...Object.values(COLUMNS)])

/** One line of a file: its number as an editor or a spreadsheet shows it, and its cells by column. */
export interface FileRow {
  readonly line: number
  readonly cells: ReadonlyMap<string, string>
}

/** What is wrong with a line. */
export interface Rejection {
  readonly line: number
  readonly column: string
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** What a line says of its unit task beside its place. */
export interface TaskDraft {
  readonly unitCodes: readonly string[]
  readonly coreArea: string
  readonly purpose: string
  readonly description: string
  readonly serviceKeys: readonly string[]
  readonly laws: readonly { name: string; article: string }[]
  readonly regulations: readonly { name: string; number: string }[]
  readonly budgets: readonly { year: number; amount: number; program: string }[]
  readonly organisations: readonly { name: string; role: string }[]
}

const LIMITS = { coreArea: 200, purpose: 2000, description: 10_000, entries: 50 }

/**
 * Reads a line's 속성정보 and 유관정보: lists part at `;`, an article follows its law, a budget is `연도:금액` with an
 * optional 세부사업 in brackets. Names what it cannot read.
 */
export function readTaskDraft(row: FileRow): { draft: TaskDraft; rejected: Rejection[] } {
  const rejected: Rejection[] = []
  const refuse = (column: string, code: string, params: Rejection['params'] = {}) =>
    rejected.push({ line: row.line, column, code, params })
  const text = (column: string, max: number) => {
    const value = cell(row, column)
    if (value.length > max) refuse(column, 'brm.cell-too-long', { max })
    return value
  }
  const list = (column: string) => {
    const items = splitList(cell(row, column))
    if (items.length > LIMITS.entries) refuse(column, 'brm.too-many-entries', { max: LIMITS.entries })
    if (items.some((item) => item.length > 200)) refuse(column, 'brm.cell-too-long', { max: 200 })
    return items
  }
  const budgets = list(COLUMNS.budgets).flatMap((item) => {
    const budget = readBudget(item)
    if (budget === null) refuse(COLUMNS.budgets, 'brm.budget-wrong', { found: item.slice(0, 60) })
    return budget ?? []
  })
  const draft: TaskDraft = {
    unitCodes: [...new Set(list(COLUMNS.units))],
    coreArea: text(COLUMNS.coreArea, LIMITS.coreArea),
    purpose: text(COLUMNS.purpose, LIMITS.purpose),
    description: text(COLUMNS.description, LIMITS.description),
    serviceKeys: [...new Set(list(COLUMNS.services))],
    laws: list(COLUMNS.laws).map((item) => {
      const [, name = item, article = ''] = /^(.+?)\s+(제\s*\d+조.*)$/.exec(item) ?? []
      return { name, article }
    }),
    regulations: list(COLUMNS.regulations).map((item) => bracketed(item, 'number')),
    budgets,
    organisations: list(COLUMNS.organisations).map((item) => bracketed(item, 'role')),
  }
  return { draft, rejected }
}

/** A cell without the spaces around it; empty when the file has no such column. */
export function cell(row: FileRow, column: string): string {
  return (row.cells.get(column) ?? '').trim()
}

function splitList(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/** `이름(덧붙임)` in two parts. */
function bracketed<K extends string>(item: string, key: K): { name: string } & Record<K, string> {
  const [, name = item, inner = ''] = /^(.+?)\s*\(([^()]*)\)$/.exec(item) ?? []
  return { name, [key]: inner } as { name: string } & Record<K, string>
}

/** `2005:1,200,000,000(세부사업)` in won. */
function readBudget(item: string): { year: number; amount: number; program: string } | null {
  const found = /^(\d{4})\s*:\s*([\d,]+)\s*원?\s*(?:\(([^()]*)\))?$/.exec(item)
  if (found === null) return null
  const [, year = '', amount = '', program = ''] = found
  const won = Number(amount.replaceAll(',', ''))
  const fiscalYear = Number(year)
  if (!Number.isSafeInteger(won) || won > 9_000_000_000_000_000 || fiscalYear < 1948 || fiscalYear > 2200) return null
  return { year: fiscalYear, amount: won, program: program.trim() }
}
