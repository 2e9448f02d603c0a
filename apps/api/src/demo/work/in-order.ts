import type { Id } from '@harmony/core/kernel'
import { withTenant } from '@harmony/core/platform'
import { proposeRoute } from '@harmony/core/work'
import { type DocumentScript, HOURS_TO_ACT, HOURS_TO_SUBMIT } from './play-documents.ts'
import { as, later, type WorkStage } from './work-stage.ts'

/** A document with when it ends: approved then, and numbered, if its time has come. */
export interface Timed {
  readonly script: DocumentScript
  readonly ends: Date
}

/**
 * Documents in the order in which their last person acts, so that the numbers of a register rise with time; those that
 * wait for somebody take no number and stand where they were begun.
 */
export async function inOrder(stage: WorkStage, scripts: readonly DocumentScript[]): Promise<Timed[]> {
  const codes = new Map(stage.codes().map((code) => [stage.person(code).personId, code]))
  const timed = await withTenant(stage.ctx, async (tx) => {
    const found: Timed[] = []
    for (const script of scripts) {
      const people = script.waits === undefined ? await routeOf(script, codes) : []
      let ends = people.length === 0 ? script.at : later(stage, script.at, HOURS_TO_SUBMIT)
      for (const code of people) ends = later(stage, ends, script.acts?.[code]?.hours ?? HOURS_TO_ACT)
      found.push({ script, ends })
    }
    return found

    async function routeOf({ route, drafter, kind, at }: DocumentScript, known: ReadonlyMap<Id, string>) {
      if (route !== undefined) return route.map((step) => step.by)
      const { steps } = await proposeRoute(as(tx, stage.person(drafter), at), { kindKey: kind })
      return steps.flatMap(({ person }) => known.get(person?.id ?? '') ?? [])
    }
  })
  return timed.toSorted((a, b) => a.ends.getTime() - b.ends.getTime())
}
