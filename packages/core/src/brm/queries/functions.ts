import { listUnits } from '../../identity/index.ts'
import { type Ctx, type Id, NotFoundError } from '../../kernel/index.ts'
import { authorise, parse, withTenant } from '../../platform/index.ts'
import { inReadingOrder } from '../domain/tree.ts'
import { changesOfVersion, listVersions, nodesOfVersion } from '../function.store.ts'
import { canImportFunctions, canReadFunctions } from '../policy.ts'
import {
  type FunctionTreeInput,
  type FunctionTreeOutput,
  functionChange,
  functionTreeInput,
  functionVersionInput,
} from '../schemas.ts'

/**
 * The whole tree of a version in reading order, with the units that do its unit tasks; the standing version by default.
 * @throws NotFoundError `brm.version-not-found`
 */
export async function getFunctionTree(ctx: Ctx, raw: FunctionTreeInput): Promise<FunctionTreeOutput> {
  const { versionId } = parse(functionTreeInput, raw)
  authorise(canReadFunctions(ctx.actor))
  return withTenant(ctx, async (tx) => {
    const [versions, units] = await Promise.all([listVersions(tx), listUnits(tx)])
    const version = versions.find((one) => (versionId === undefined ? one.current : one.id === versionId))
    if (version === undefined && versionId !== undefined) throw new NotFoundError('brm.version-not-found')
    const nodes = version === undefined ? [] : await nodesOfVersion(tx, version.sequence)
    return {
      version: version ?? null,
      nodes: inReadingOrder(nodes).map(({ id, code, level, name, parentId, unitIds }) => ({
        id,
        code,
        level,
        name,
        parentId,
        unitIds: [...unitIds],
      })),
      units: units.map(({ id, code, name }) => ({ id, code, name })),
    }
  })
}

/** All versions, newest first. */
export async function listFunctionVersions(ctx: Ctx) {
  authorise(canReadFunctions(ctx.actor))
  return withTenant(ctx, async (tx) => ({
    versions: await listVersions(tx),
    mayImport: canImportFunctions(tx.actor),
  }))
}

/** What a version changed against the one before it. @throws NotFoundError `brm.version-not-found` */
export async function getVersionChanges(ctx: Ctx, raw: { versionId: Id }) {
  const { versionId } = parse(functionVersionInput, raw)
  authorise(canReadFunctions(ctx.actor))
  return withTenant(ctx, async (tx) => {
    const changes = await changesOfVersion(tx, versionId)
    if (changes === undefined) throw new NotFoundError('brm.version-not-found')
    return { changes: functionChange.array().parse(changes) }
  })
}
