import type { LocalizedText } from '../../kernel/index.ts'
import type { Release } from '../../tenancy/index.ts'
import type { CardField } from '../fragment.ts'

/** A field of the release as the screens get it: absent parts are null. */
export function fieldView({ key, name, type, required, choices, help }: CardField) {
  return { key, name, type, required, choices: choices ?? null, help: help ?? null }
}

/** An objective of the release by its key; null without one, its key as name when the release has it no more. */
export function objectiveView(release: Release, key: string | null): { key: string; name: LocalizedText } | null {
  if (key === null) return null
  const found = release.performance.objectives.find((objective) => objective.key === key)
  return { key, name: found?.name ?? { ko: key, en: key } }
}
