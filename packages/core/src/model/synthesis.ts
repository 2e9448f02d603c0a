import type { z } from 'zod'
import { canonicalJson, sha256 } from '../kernel/index.ts'
import { type Release, releaseHead } from '../tenancy/index.ts'
import { authoredHead, chainOf, type Layer } from './layers/layer.ts'
import { lockProblems, type Protection } from './layers/locks.ts'
import { isObject, merge, type Plain } from './layers/merge.ts'
import { schemaProblems } from './layers/schema-problems.ts'
import { type Problem, under } from './problem.ts'

/** One module's part of the model: how it is written, and how it becomes what the module reads. */
export interface Fragment<Authored = unknown> {
  readonly key: string
  readonly authored: z.ZodType<Authored>
  /** Turns the written part into the released one, or says everything that is wrong with it; paths are its own. */
  compile(authored: Authored, whole: Plain): Promise<{ value: unknown; problems: Problem[] }>
}

/** A release and its canonical JSON (the hash is over those bytes), or everything that is wrong. */
export interface Synthesis {
  readonly release?: Release
  readonly canonical?: string
  readonly problems: readonly Problem[]
}

const LEVELS = ['standard', 'kind', 'agency', 'settings']

/**
 * Makes a release of a layer and those above it: lays them over each other, checks locks, keys, texts, sums and
 * references, compiles processes, checks rules. Equal input gives equal bytes and an equal hash.
 */
export async function synthesise(layer: Layer, fragments: readonly Fragment[]): Promise<Synthesis> {
  const chain = chainOf(layer)
  const problems = chainProblems(chain)
  const { merged, locks } = layOver(chain)
  problems.push(...locks, ...unknownParts(merged, fragments))
  const head = headOf(chain, merged)
  const { strategy, terms } = isObject(merged) ? merged : {}
  problems.push(
    ...schemaProblems(authoredHead, { strategy, terms }),
    ...schemaProblems(releaseHead.pick({ key: true, version: true, name: true }), pick(head)),
  )
  const parts: Record<string, unknown> = {}
  for (const fragment of fragments) {
    const { value, problems: own } = await compilePart(fragment, merged)
    parts[fragment.key] = value
    problems.push(...under(fragment.key, own))
  }
  if (problems.length > 0) return { problems: dedupe(problems) }
  const content = { ...head, ...parts }
  const canonical = canonicalJson(content)
  return { release: { hash: sha256(canonical), ...JSON.parse(canonical) }, canonical, problems }
}

async function compilePart(fragment: Fragment, merged: Plain): Promise<{ value: unknown; problems: Problem[] }> {
  const authored = isObject(merged) ? merged[fragment.key] : undefined
  const problems = schemaProblems(fragment.authored, authored)
  return problems.length > 0 ? { value: undefined, problems } : fragment.compile(authored, merged)
}

function layOver(chain: readonly Layer[]): { merged: Plain; locks: Problem[] } {
  let merged: Plain = {}
  const locks: Problem[] = []
  const above: Protection[] = []
  for (const layer of chain) {
    const after = merge(merged, layer.model as Plain)
    locks.push(...lockProblems(merged, after, above))
    above.push({ layer: layer.key, locked: layer.locked ?? [], overridable: layer.overridable })
    merged = after
  }
  return { merged, locks }
}

function chainProblems(chain: readonly Layer[]): Problem[] {
  const levels = chain.map((layer) => LEVELS.indexOf(layer.level))
  const order = chain.filter((_, i) => i > 0 && (levels[i] ?? 0) <= (levels[i - 1] ?? 0))
  const keys = chain.map((layer) => layer.key)
  return [
    ...order.map((layer) => ({
      path: 'extends',
      code: 'model.level',
      params: { found: layer.level, allowed: LEVELS.join(' → ') },
    })),
    ...keys
      .filter((key, i) => keys.indexOf(key) !== i)
      .map((key) => ({ path: 'extends', code: 'model.twice', params: { found: key } })),
  ]
}

function unknownParts(merged: Plain, fragments: readonly Fragment[]): Problem[] {
  const allowed = ['strategy', 'terms', ...fragments.map((fragment) => fragment.key)]
  const found = isObject(merged) ? Object.keys(merged).filter((key) => !allowed.includes(key)) : []
  return found.map((key) => ({
    path: key,
    code: 'model.unknown-key',
    params: { found: key, allowed: allowed.join(', ') },
  }))
}

function headOf(chain: readonly Layer[], merged: Plain) {
  const named = chain.findLast((layer) => layer.version !== undefined) ?? chain[0]
  const { strategy, terms } = isObject(merged) ? merged : {}
  return {
    key: named?.key,
    version: named?.version,
    name: named?.name,
    chain: chain.map((layer) => layer.key),
    strategy,
    terms,
  }
}

function pick({ key, version, name }: ReturnType<typeof headOf>) {
  return { key, version, name }
}

function dedupe(problems: readonly Problem[]): Problem[] {
  const seen = new Map(problems.map((problem) => [canonicalJson(problem), problem]))
  return [...seen.values()]
}
