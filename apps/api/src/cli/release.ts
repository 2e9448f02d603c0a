import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Layer, synthesiseRelease, unknownUnits } from '@harmony/core/contract'
import { type Ctx, HarmonyError, NotFoundError, ValidationError } from '@harmony/core/kernel'
import { diffReleases, type Problem } from '@harmony/core/model'
import type { Database } from '@harmony/core/platform'
import { activateRelease, getRelease, listReleases, publishRelease } from '@harmony/core/tenancy'
import { tenants } from '@harmony/tenants'
import type { Command } from 'commander'
import { agencyCtx, EXIT, withRuntime } from './runtime.ts'
import { type Language, say, sayError } from './words.ts'

interface Flags {
  readonly tenant: string
  readonly lang: Language
}

/** Adds `harmony release check | list | show | diff | publish`. */
export function releaseCommands(program: Command): void {
  const release = program.command('release').description('model releases: immutable, known by their hash')
  const command = (usage: string, description: string) =>
    release.command(usage).description(description).option('--lang <language>', 'ko or en', 'ko')
  command('check', 'synthesise the models of tenants/, or of one module, and say everything that is wrong')
    .option('--tenant <slug>', 'one agency only')
    .option('--module <file>', 'a TypeScript file that exports plugins or settings')
    .action(async ({ tenant, module, lang }: Partial<Flags> & { module?: string; lang: Language }) => {
      process.exitCode = await modelsOf(tenant, module)
        .then((models) => checkModels(models, lang, print))
        .catch((error: unknown) => {
          if (!(error instanceof HarmonyError)) throw error
          process.stderr.write(`${sayError(error, lang)}\n`)
          return EXIT.failed
        })
    })
  command('list', 'the published releases')
    .requiredOption('--tenant <slug>', 'the agency whose decisions to show')
    .action(({ tenant, lang }: Flags) => inAgency(tenant, lang, listLines))
  command('show [release]', 'what is in a release (hash, or key@version; without: the running one), as JSON')
    .requiredOption('--tenant <slug>', 'the agency')
    .action((name: string | undefined, { tenant, lang }: Flags) =>
      inAgency(tenant, lang, async (ctx) => [JSON.stringify(await getRelease(ctx, await hashOf(ctx, name)), null, 2)]),
    )
  command('diff <before> <after>', 'how two releases differ, in words (hash or key@version)')
    .requiredOption('--tenant <slug>', 'the agency')
    .action((before: string, after: string, { tenant, lang }: Flags) =>
      inAgency(tenant, lang, async (ctx) => {
        const changes = await diffReleases(ctx, { before: await hashOf(ctx, before), after: await hashOf(ctx, after) })
        return changes.map((change) => `${change.path}\t${change.words[lang]}`)
      }),
    )
  command('publish', 'synthesise an agency’s model and store it for ever; again, it changes nothing')
    .requiredOption('--tenant <slug>', 'the agency')
    .option('--activate <reason>', 'run it from now on, for this reason')
    .action(async ({ tenant, lang, activate }: Flags & { activate?: string }) => {
      process.exitCode = await publishModel(tenant, lang, activate)
    })
}

/** A model to check; with an agency's unit codes also whether all its work has somewhere to go. */
export interface Candidate {
  readonly layer: Layer
  readonly units?: readonly string[]
}

/** Says everything that is wrong with the models, by path, in words. Returns the exit code. */
export async function checkModels(
  models: readonly Candidate[],
  language: Language,
  out: (line: string) => void,
): Promise<number> {
  let wrong = 0
  for (const { layer, units } of models) {
    const { release, problems: found } = await synthesiseRelease(layer)
    const problems = [...found, ...(release && units ? unknownUnits(release, units) : [])]
    if (release) out(`${release.key}@${release.version} ${release.hash.slice(0, 12)} ${release.chain.join(' → ')}`)
    else out(`${layer.key}: ${problems.length}`)
    for (const problem of problems) out(`  ${problemLine(problem, language)}`)
    wrong += problems.length
  }
  return wrong === 0 ? EXIT.done : EXIT.failed
}

function problemLine({ path, code, params }: Problem, language: Language): string {
  return `${path}: ${say(code, params, language)} [${code}]`
}

async function modelsOf(slug: string | undefined, module: string | undefined): Promise<Candidate[]> {
  if (module === undefined) {
    const chosen = tenants.filter((one) => slug === undefined || one.slug === slug)
    if (chosen.length === 0) throw new NotFoundError('agency.unknown', { field: '--tenant' })
    return chosen.map(({ model, organisation }) => ({
      layer: model,
      units: organisation.units.map((unit) => unit.code),
    }))
  }
  const exported = await load(module)
  const models = Object.values(exported).filter(isLayer)
  if (models.length > 0) return models.map((layer) => ({ layer }))
  throw new ValidationError('input.not-allowed', {
    field: '--module',
    params: { allowed: 'defineAgencyPlugin, defineSettings' },
  })
}

async function load(module: string): Promise<object> {
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), module)
  try {
    return await import(pathToFileURL(file).href)
  } catch (cause) {
    throw new ValidationError('release.module-unreadable', { field: '--module', params: { file: module }, cause })
  }
}

function isLayer(value: unknown): value is Layer {
  return typeof value === 'object' && value !== null && 'level' in value && 'model' in value && 'key' in value
}

async function inAgency(slug: string, language: Language, work: (ctx: Ctx) => Promise<string[]>): Promise<void> {
  process.exitCode = await withRuntime(language, async (db) => {
    for (const line of await work(await agencyCtx(db, slug))) print(line)
    return EXIT.done
  })
}

/** YYYY-MM-DD. */
const SEOUL_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' })

async function listLines(ctx: Ctx): Promise<string[]> {
  const { releases, activations } = await listReleases(ctx)
  return releases.map(({ hash, key, version, name }) => {
    const since = activations.find((one) => one.hash === hash)?.activeFrom
    return [hash.slice(0, 12), `${key}@${version}`, name.ko, since ? SEOUL_DAY.format(since) : ''].join('\t')
  })
}

/** A hash, its beginning, or key@version; without a name the running one. @throws NotFoundError `release.not-found` */
async function hashOf(ctx: Ctx, name: string | undefined): Promise<string> {
  const { releases, activations } = await listReleases(ctx)
  if (name === undefined) {
    const running = activations.find((one) => one.activeFrom <= ctx.clock.now())
    if (running) return running.hash
    throw new NotFoundError('release.none')
  }
  const fits = releases.filter(
    (one) => `${one.key}@${one.version}` === name || (name.length >= 6 && one.hash.startsWith(name)),
  )
  if (fits.length === 1 && fits[0]) return fits[0].hash
  throw new NotFoundError('release.not-found')
}

async function publishModel(slug: string, language: Language, activate: string | undefined): Promise<number> {
  const work = async (db: Database) => {
    const ctx = await agencyCtx(db, slug)
    const definition = tenants.find((one) => one.slug === slug)
    if (!definition) throw new NotFoundError('agency.unknown', { field: '--tenant' })
    const { canonical, problems } = await synthesiseRelease(definition.model)
    if (canonical === undefined) {
      for (const problem of problems) print(problemLine(problem, language))
      return EXIT.failed
    }
    const { hash, key, version, isNew } = await publishRelease(ctx, { canonical })
    print(`${key}@${version} ${hash} ${isNew ? 'published' : 'already there'}`)
    if (activate !== undefined) await activateRelease(ctx, { hash, reason: activate })
    return EXIT.done
  }
  return withRuntime(language, work, 'worker')
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
