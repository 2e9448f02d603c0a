import type { Ctx } from '../../../kernel/index.ts'
import { type FileRight, filesById, parse, withTenant } from '../../../platform/index.ts'
import { currentRelease } from '../../../tenancy/index.ts'
import { abilitiesOf } from '../abilities.ts'
import { petitionFigures } from '../achievement-view.store.ts'
import { findCard } from '../card.store.ts'
import { latestPetitions } from '../petition.store.ts'
import { isPublicityFile, publicityOf } from '../publicity.store.ts'
import {
  type TaskCardIdInput,
  type TaskCustomersView,
  type TaskPublicityView,
  type TieablePetitionsOutput,
  taskCardIdInput,
} from '../schemas.ts'
import { targetGroupsOf } from '../target-group.store.ts'
import { requireCard } from './require-card.ts'

const noFacts = { openStages: 0, doneStages: 0, openMarks: 0 }
const LATEST = 50

/** 홍보관리: the lines of a card with their files. @throws NotFoundError `task.not-found` */
export async function getTaskPublicity(ctx: Ctx, raw: TaskCardIdInput): Promise<TaskPublicityView> {
  const { taskCardId } = parse(taskCardIdInput, raw)
  return withTenant(ctx, async (tx) => {
    await requireCard(tx, taskCardId)
    const [card, lines] = await Promise.all([findCard(tx, taskCardId), publicityOf(tx, taskCardId)])
    const files = await filesById(tx, [...new Set(lines.flatMap((line) => line.fileIds))])
    const byId = new Map(files.map(({ id, name, size, mediaType }) => [id, { id, name, size, mediaType }]))
    const abilities = await abilitiesOf(tx, card, noFacts)
    return {
      rows: lines.map(({ taskCardId: _card, fileIds, ...line }) => ({
        ...line,
        files: fileIds.flatMap((id) => byId.get(id) ?? []),
      })),
      abilities: abilities.filter((act) => act === 'edit-publicity'),
    }
  })
}

/** 고객관리: groups, petitions and what their citizens say of it, within the reader's audience. @throws NotFoundError `task.not-found` */
export async function getTaskCustomers(ctx: Ctx, raw: TaskCardIdInput): Promise<TaskCustomersView> {
  const { taskCardId } = parse(taskCardIdInput, raw)
  return withTenant(ctx, async (tx) => {
    await requireCard(tx, taskCardId)
    const [card, groups, figures] = await Promise.all([
      findCard(tx, taskCardId),
      targetGroupsOf(tx, taskCardId),
      petitionFigures(tx, taskCardId),
    ])
    const abilities = await abilitiesOf(tx, card, noFacts)
    const { total, closed, mean, ratings } = figures
    return {
      groups: groups.map(({ taskCardId: _card, ...group }) => group),
      petitions: { total, open: total - closed, closed },
      satisfaction: { mean, ratings },
      abilities: abilities.filter((act) => act === 'edit-customers' || act === 'tie-petition'),
    }
  })
}

/** The latest petitions of the actor's units, to tie to a card by hand. @throws NotFoundError `task.not-found` */
export async function listTieablePetitions(ctx: Ctx, raw: TaskCardIdInput): Promise<TieablePetitionsOutput> {
  const { taskCardId } = parse(taskCardIdInput, raw)
  return withTenant(ctx, async (tx) => {
    const card = await requireCard(tx, taskCardId)
    const { actor } = tx
    const unitIds = actor.kind === 'officer' ? [...new Set([...actor.unitIds, ...actor.headOf])] : [card.unitId]
    const [rows, { customer }] = await Promise.all([
      latestPetitions(tx, unitIds, taskCardId, LATEST),
      currentRelease(tx),
    ])
    const names = new Map(customer.services.map((service) => [service.key, service.name]))
    return {
      rows: rows.map(({ petitionId, serviceKey, receivedAt, state, here }) => {
        const key = serviceKey ?? '—'
        return { petitionId, service: names.get(key) ?? { ko: key, en: key }, receivedAt, state, tied: here }
      }),
    }
  })
}

/** Whether the actor may read a file by a task card: files of 홍보관리 are open to the agency's officers. */
export const mayReadTaskFile: FileRight = async (tx, file) =>
  tx.actor.kind === 'officer' && (await isPublicityFile(tx, file.id))
