/** Columns of a function file by short names. */
export interface Line {
  readonly task: readonly [code: string, name: string]
  readonly minor: readonly [code: string, name: string]
  readonly units: string
  readonly laws: string
  readonly budgets: string
  readonly services: string
}

/** A line under one 소기능 unless told otherwise. */
export function line(code: string, name: string, more: Partial<Line> = {}): Line {
  const plain = { minor: ['S-1', '혁신역량'] as const, units: 'innovation-team', laws: '', budgets: '', services: '' }
  return { task: [code, name], ...plain, ...more }
}

const ABOVE = ['P-1', '정부혁신', 'A-1', '행정혁신', 'M-1', '혁신 추진', 'D-1', '혁신 총괄']
export const HEADER =
  '정책분야코드,정책분야,정책영역코드,정책영역,대기능코드,대기능,중기능코드,중기능,소기능코드,소기능,단위과제코드,단위과제,수행부서코드,법령,예산,민원종류'

/** A CSV file of the lines. */
export function functionFile(lines: readonly Line[]): Buffer {
  const rows = lines.map(({ minor, task, units, laws, budgets, services }) =>
    [...ABOVE, ...minor, ...task, units, laws, budgets, services]
      .map((cell) => `"${cell.replaceAll('"', '""')}"`)
      .join(','),
  )
  return Buffer.from([HEADER, ...rows].join('\n'))
}
