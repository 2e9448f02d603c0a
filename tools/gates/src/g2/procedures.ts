import { appRouter } from '@harmony/api/router'

/** What a procedure declares of itself. */
export interface Declared {
  readonly type: 'query' | 'mutation' | 'subscription'
  readonly meta?: { readonly permission?: unknown }
  readonly inputs: readonly unknown[]
  readonly output?: unknown
}

/** Every procedure of a router by its path. */
export function declarations(router: { readonly _def: { readonly procedures: object } }): Map<string, Declared> {
  const entries = Object.entries(router._def.procedures) as [string, { _def: Declared }][]
  return new Map(entries.map(([path, procedure]) => [path, procedure._def]))
}

/** The product's procedures. */
export const procedures: ReadonlyMap<string, Declared> = declarations(appRouter)
