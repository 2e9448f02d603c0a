import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '../kernel/index.ts'

/**
 * The condition that the actor is in a record's 열람범위: its `audience_unit_ids` are null (the whole agency) or hold
 * a unit of the actor, or its `audience_person_ids` hold the person. The system (consumers, imports) sees all; a
 * citizen or guest sees nothing. Every list, count, search, export and file of the work module goes through it.
 * @param alias the table's alias, from code only
 */
export function withinAudience(actor: Actor, alias: string): SQL {
  if (actor.kind === 'system') return sql`true`
  if (actor.kind !== 'officer') return sql`false`
  const units = sql.raw(`${alias}.audience_unit_ids`)
  const people = sql.raw(`${alias}.audience_person_ids`)
  const mine = `{${actor.unitIds.join(',')}}`
  return sql`(${units} is null or ${units} && ${mine}::uuid[] or ${people} @> array[${actor.personId}::uuid])`
}
