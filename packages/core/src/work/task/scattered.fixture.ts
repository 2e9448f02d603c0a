import { newId } from '../../kernel/index.ts'
import type { TaskWorld } from './testing.ts'

/** A card as the recount sees it: with everything that counts, in memory. */
export interface Scattered {
  readonly id: string
  readonly name: string
  readonly year: number
  readonly unit: string
  readonly unitTaskId: string
  readonly managedId: string | null
  readonly annual: boolean
  readonly quality: boolean
  readonly openedOn: string
  readonly phases: readonly { readonly weight: number; readonly due: string; readonly completed: string | null }[]
  readonly stageDone: string | null
  readonly marks: readonly { readonly mark: 'weak' | 'watch'; readonly put: string; readonly lifted: string | null }[]
}

const UNITS = ['agency', 'innovation-bureau', 'innovation-team', 'audit-team', 'law-team']

/** A small generator with a fixed seed, so that a failure comes back. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

function day(next: (below: number) => number): string {
  return `2005-${String(1 + next(12)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}`
}

/** 150 cards of 2005 here and there, and the bureaus of the document in 2004; written as rows, for they are many. */
export async function scatteredCards(w: TaskWorld, slug: 'mogaha' | 'gangnam'): Promise<Scattered[]> {
  const next = numbers(2005)
  const some = <T>(list: readonly T[]): T => list[next(list.length)] as T
  const tasks = Array.from({ length: 30 }, () => ({ id: newId(), annual: next(3) === 0, quality: next(4) === 0 }))
  const cards: Scattered[] = Array.from({ length: 150 }, (_, i) => {
    const task = next(3) === 0 ? null : some(tasks)
    const cuts = [0, ...Array.from({ length: next(4) }, () => 1 + next(99)), 100].sort((a, b) => a - b)
    const weights = cuts
      .slice(1)
      .map((cut, j) => cut - (cuts[j] ?? 0))
      .filter((weight) => weight > 0)
    const phases =
      next(8) === 0
        ? []
        : weights.map((weight) => ({ weight, due: day(next), completed: next(2) === 0 ? day(next) : null }))
    const put = day(next)
    const later = day(next)
    const lifted = next(2) === 0 || later < put ? null : later
    return {
      id: newId(),
      name: `카드 ${i}`,
      year: 2005,
      unit: some(UNITS),
      unitTaskId: w.unitTaskId(some(['T-1', 'T-2']), slug),
      managedId: task?.id ?? null,
      annual: task?.annual ?? false,
      quality: task?.quality ?? false,
      openedOn: next(4) === 0 ? day(next) : '2005-01-01',
      phases,
      stageDone: task?.quality && next(2) === 0 ? day(next) : null,
      marks: next(3) === 0 ? [{ mark: some(['weak', 'watch'] as const), put, lifted }] : [],
    }
  })
  const seed = [
    ['innovation-team', 2, 11],
    ['audit-team', 3, 11],
    ['law-team', 1, 4],
  ] as const
  for (const [unit, onTrack, delayed] of seed) {
    for (let i = 0; i < onTrack + delayed; i += 1) {
      const phases = [{ weight: 100, due: '2004-06-30', completed: i < onTrack ? '2004-07-02' : null }]
      const plain = { annual: false, quality: false, openedOn: '2004-01-01', stageDone: null, marks: [], phases }
      const managedId = tasks[i]?.id ?? null
      cards.push({
        id: newId(),
        name: unit,
        year: 2004,
        unit,
        unitTaskId: w.unitTaskId('T-1', slug),
        managedId,
        ...plain,
      })
    }
  }
  await write(w, slug, tasks, cards)
  return cards.filter((card) => card.year === 2005)
}

async function write(
  w: TaskWorld,
  slug: 'mogaha' | 'gangnam',
  tasks: readonly { id: string; annual: boolean; quality: boolean }[],
  cards: readonly Scattered[],
): Promise<void> {
  const sql = w.t.admin
  const tenant_id = w.t[slug].id
  const owner_id = w.personId('lee', slug)
  const at = '2004-01-01T00:00:00Z'
  const base = { tenant_id, release_hash: 'x', created_at: at, changed_at: at }
  const unit_id = w.unitId('agency', slug)
  const managed = tasks.map(({ id, annual, quality }) => {
    const unit_task_id = w.unitTaskId('T-1', slug)
    return {
      ...base,
      id,
      name: '관리과제',
      year: 2005,
      unit_task_id,
      unit_id,
      annual_report: annual,
      quality_managed: quality,
    }
  })
  await sql`insert into public.managed_task ${sql(managed)}`
  const rows = cards.map((card) => ({
    ...base,
    id: card.id,
    name: card.name,
    year: card.year,
    unit_task_id: card.unitTaskId,
    managed_task_id: card.managedId,
    unit_id: w.unitId(card.unit, slug),
    owner_id,
    status: 'active',
    opened_on: card.openedOn,
  }))
  await sql`insert into public.task_card ${sql(rows)}`
  const of = <T>(make: (card: Scattered) => T[]) => cards.flatMap(make)
  const phases = of((card) =>
    card.phases.map(({ weight, due, completed }, i) => {
      const dates = { due_date: due, completed_date: completed }
      return {
        tenant_id,
        id: newId(),
        task_card_id: card.id,
        position: i + 1,
        name: '단계',
        activity: '',
        planned_weight: weight,
        ...dates,
      }
    }),
  )
  await sql`insert into public.task_phase ${sql(phases)}`
  const stages = of((card) =>
    card.stageDone === null
      ? []
      : [
          {
            tenant_id,
            id: newId(),
            task_card_id: card.id,
            stage_key: 'a',
            position: 1,
            due_date: card.stageDone,
            completed_date: card.stageDone,
            changed_at: at,
          },
        ],
  )
  await sql`insert into public.task_quality_stage ${sql(stages)}`
  const marks = of((card) =>
    card.marks.map(({ mark, put, lifted }) => ({
      tenant_id,
      id: newId(),
      task_card_id: card.id,
      mark,
      reason: '사유',
      put_at: `${put}T03:00:00Z`,
      lift_reason: lifted === null ? null : '사유',
      lifted_at: lifted === null ? null : `${lifted}T04:00:00Z`,
    })),
  )
  await sql`insert into public.task_mark ${sql(marks)}`
}

/** 지연 by the rule's words: a phase past its due date and not done. */
export function isLate(card: Scattered, asOf: string): boolean {
  return (
    card.openedOn <= asOf &&
    card.phases.some((phase) => phase.due < asOf && !(phase.completed !== null && phase.completed <= asOf))
  )
}

/** The monitor's figures counted one card after another. */
export function recount(all: readonly Scattered[], asOf: string) {
  const cards = all.filter((card) => card.openedOn <= asOf)
  const distinct = (list: readonly (string | null)[]) => new Set(list.filter((id) => id !== null)).size
  const marked = (card: Scattered, mark: 'weak' | 'watch') =>
    card.marks.some((one) => one.mark === mark && one.put <= asOf && (one.lifted === null || one.lifted > asOf))
  const managed = cards.filter((card) => card.managedId !== null)
  const annual = managed.filter((card) => card.annual)
  const quality = managed.filter((card) => card.quality)
  const late = annual.filter((card) => isLate(card, asOf)).length
  const begun = quality.filter((card) => card.stageDone !== null && card.stageDone <= asOf).length
  const tasks = (list: readonly Scattered[]) => distinct(list.map((card) => card.managedId))
  return {
    year: 2005,
    asOf,
    unitTasks: { tasks: distinct(cards.map((card) => card.unitTaskId)), cards: cards.length },
    managed: { tasks: tasks(managed), cards: managed.length },
    annualReport: { tasks: tasks(annual), cards: annual.length, onTrack: annual.length - late, delayed: late },
    quality: { tasks: tasks(quality), cards: quality.length, begun, notBegun: quality.length - begun },
    behind: managed.filter((card) => isLate(card, asOf) || marked(card, 'weak')).length,
    watched: cards.filter((card) => marked(card, 'watch')).length,
  }
}
