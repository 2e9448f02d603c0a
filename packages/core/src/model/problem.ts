/** One thing wrong in a model: where, what (a key of modelMessages), and the words' values. */
export interface Problem {
  /** As in `performance.indicators.satisfaction.rule`. */
  readonly path: string
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** Puts a parent's path in front of each problem; an element's own path is kept behind it. */
export function under(path: string, problems: readonly Problem[]): Problem[] {
  return problems.map((p) => ({ ...p, path: p.path === '' ? path : `${path}.${p.path}` }))
}
