/** A value of the model while its layers are laid over each other: plain JSON. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain }

/** What a layer may say of T: any part of it; `null` takes an entry of a collection away. */
export type Patch<T> = T extends string | number | boolean
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Item[]
    : { readonly [K in keyof T]?: Patch<NonNullable<T[K]>> | (string extends keyof T ? null : never) }

/**
 * Lays a patch over a value: objects join key by key and keep the order of the first layer that named a key, anything
 * else is replaced, `null` removes.
 */
export function merge(base: Plain | undefined, patch: Plain): Plain {
  if (!isObject(patch)) return patch
  const merged: Record<string, Plain> = isObject(base) ? { ...base } : {}
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key]
    else if (value !== undefined) merged[key] = merge(merged[key], value)
  }
  return merged
}

/** The value at a path of keys, undefined where there is none. */
export function at(value: Plain | undefined, path: readonly string[]): Plain | undefined {
  return path.reduce<Plain | undefined>(
    (now, key) => (isObject(now) && Object.hasOwn(now, key) ? now[key] : undefined),
    value,
  )
}

/** The paths of all leaves at which two values differ. */
export function differences(
  before: Plain | undefined,
  after: Plain | undefined,
  path: readonly string[] = [],
): string[][] {
  if (!isObject(before) || !isObject(after)) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [[...path]]
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap((key) => differences(before[key], after[key], [...path, key]))
}

export function isObject(value: Plain | undefined): value is { readonly [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
