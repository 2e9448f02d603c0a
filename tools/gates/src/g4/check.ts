import { verifyScores } from '@harmony/core/performance'
import type { Journal } from './load.ts'
import { pause } from './processes.ts'
import type { Site } from './site.ts'

/** Everything but the sizes must be 0 or true. */
export interface Verdict {
  readonly petitions: number
  readonly ratings: number
  readonly mails: number
  readonly lostPetitions: number
  readonly lostAnswers: number
  readonly lostRatings: number
  readonly doublePetitions: number
  readonly doubleRatings: number
  /** The same mail to the same citizen about the same petition. */
  readonly doubleMails: number
  /** Sums of evidence, and of what units show, against a recount from petitions and ratings. */
  readonly wrongSums: number
  readonly eventsLeft: number
  readonly mailsLeft: number
  readonly scoresEqualRebuild: boolean
}

/** True when nothing was lost and nothing counted twice. */
export function isClean(verdict: Verdict): boolean {
  const { petitions: _, ratings: __, mails: ___, scoresEqualRebuild, ...faults } = verdict
  return scoresEqualRebuild && Object.values(faults).every((n) => n === 0)
}

/** Waits until events and mails have come to rest, at most so long. */
export async function atRest(site: Site, limitMs: number): Promise<void> {
  const end = Date.now() + limitMs
  while (Date.now() < end) {
    const { events, mails } = await left(site)
    if (events + mails === 0) return
    await pause(200)
  }
}

async function left({ admin }: Site): Promise<{ events: number; mails: number }> {
  const [row] = await admin<{ events: number; mails: number }[]>`select
    (select count(*)::int from outbox where state <> 'done') + (select count(*)::int from envelope_out where state = 'pending') as events,
    (select count(*)::int from mail_outbox where state in ('pending', 'sending', 'failed')) as mails`
  return row ?? { events: -1, mails: -1 }
}

/** Holds the database against what the citizens and officers were told, and against its own recount. */
export async function check(site: Site, journal: Journal): Promise<Verdict> {
  const { admin } = site
  const petitions = await admin<{ id: string; title: string; done: boolean }[]>`
    select id, title, completed_at is not null as done from petition`
  const ratings = await admin<{ petition_id: string; overall: number }[]>`select petition_id, overall from rating`
  const [mails] = await admin<{ n: number; distinct: number }[]>`select count(*)::int as n,
    count(distinct (to_address, template, body))::int as distinct from mail_outbox`
  const byId = new Map(petitions.map((petition) => [petition.id, petition]))
  const stars = new Map(ratings.map((rating) => [rating.petition_id, rating.overall]))
  const rest = await left(site)
  const { equal } = await site.inTenant((ctx) => verifyScores(ctx, {}))
  return {
    petitions: petitions.length,
    ratings: ratings.length,
    mails: mails?.n ?? 0,
    lostPetitions: [...journal.filed].filter(([key, id]) => byId.get(id)?.title !== key).length,
    lostAnswers: [...journal.answered].filter((id) => byId.get(id)?.done !== true).length,
    lostRatings: [...journal.rated].filter(([id, overall]) => stars.get(id) !== overall).length,
    doublePetitions: petitions.length - new Set(petitions.map((petition) => petition.title)).size,
    doubleRatings: ratings.length - stars.size,
    doubleMails: (mails?.n ?? 0) - (mails?.distinct ?? 0),
    wrongSums: await wrongSums(site),
    eventsLeft: rest.events,
    mailsLeft: rest.mails,
    scoresEqualRebuild: equal,
  }
}

/** Sources whose evidence, or whose sums as the whole agency shows them, differ from a recount of the facts. */
async function wrongSums({ admin }: Site): Promise<number> {
  const rows = await admin<{ source: string; ok: boolean }[]>`
    with facts as (
      select 'satisfaction' as source, count(*) as n, coalesce(sum(overall * 20 * 1000000), 0)::numeric as sum from rating
      union all
      select 'processing-compliance', count(*), coalesce(sum(case when within_deadline then 1000000 else 0 end), 0)::numeric
        from petition where completed_at is not null
    ), counted as (
      select source, sum(count) as n, sum(value)::numeric as sum from (
        select distinct on (subject_id, source) * from evidence order by subject_id, source, revision desc, id) newest group by source
    ), rows_of_evidence as (
      select source, count(*) as n from evidence group by source
    ), shown as (
      select a.source, sum(a.count) as n, sum(a.sum)::numeric as sum from aggregate a
        join unit u on u.tenant_id = a.tenant_id and u.id = a.unit_id where u.kind = 'agency' group by a.source
    )
    select f.source, coalesce(c.n, 0) = f.n and coalesce(s.n, 0) = f.n and coalesce(c.sum, 0) = coalesce(s.sum, 0)
      and coalesce(r.n, 0) = f.n and (f.source <> 'satisfaction' or coalesce(c.sum, 0) = f.sum) as ok
    from facts f left join counted c using (source) left join shown s using (source) left join rows_of_evidence r using (source)`
  return rows.filter((row) => !row.ok).length
}
