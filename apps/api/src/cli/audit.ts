import { createReadStream, createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ValidationError } from '@harmony/core/kernel'
import {
  type ChainReport,
  type Checkpoint,
  chainKey,
  isSignedBy,
  readChain,
  type SealedRecord,
  sealAudit,
  signHead,
  verifyAudit,
  verifyChain,
} from '@harmony/core/platform'
import type { Command } from 'commander'
import { checkpointFolder, keepCheckpoint } from '../checkpoints.ts'
import { secretOf } from '../config.ts'
import { explainFailure } from '../failure.ts'
import { agencyCtx, EXIT, withRuntime } from './runtime.ts'
import { type Language, sayError } from './words.ts'

interface Flags {
  readonly tenant: string
  readonly out: string
  readonly file?: string
  readonly key?: string
  readonly checkpoints?: string
  readonly json?: true
  readonly lang: Language
}

/** Adds `harmony audit verify|export|checkpoint|key`. */
export function addAudit(program: Command): void {
  const audit = program.command('audit').description('the sealed chain of who did what')
  audit
    .command('verify')
    .description('verify an agency’s chain, in the database or, with --file and --key, an export without any database')
    .option('--tenant <slug>', 'the agency; not needed with --file')
    .option('--file <ndjson>', 'an export to verify instead of the database')
    .option('--key <pem>', 'the public key (`harmony audit key`); needed with --file')
    .option('--checkpoints <ndjson>', 'signed heads kept elsewhere; default: the installation’s own')
    .option('--json', 'machine-readable')
    .option('--lang <language>', 'ko or en', 'ko')
    .action(async (flags: Flags) => {
      process.exitCode = flags.file === undefined ? await verifyDatabase(flags) : await verifyFile(flags, flags.file)
    })
  audit
    .command('export')
    .description('write an agency’s chain to a file, one record a line')
    .requiredOption('--tenant <slug>', 'the agency')
    .requiredOption('--out <ndjson>', 'the file to write')
    .option('--lang <language>', 'ko or en', 'ko')
    .action(async (flags: Flags) => {
      process.exitCode = await withRuntime(flags.lang, async (db) => {
        const ctx = await agencyCtx(db, flags.tenant)
        let records = 0
        async function* lines() {
          for await (const record of readChain(ctx)) {
            records += 1
            yield `${JSON.stringify(record)}\n`
          }
        }
        await pipeline(Readable.from(lines()), createWriteStream(flags.out, { mode: 0o600 }))
        process.stdout.write(`${records} records → ${flags.out}\n`)
        return EXIT.done
      })
    })
  audit
    .command('checkpoint')
    .description('seal what waits and sign the head of an agency’s chain now')
    .requiredOption('--tenant <slug>', 'the agency')
    .option('--lang <language>', 'ko or en', 'ko')
    .action(async (flags: Flags) => {
      process.exitCode = await withRuntime(
        flags.lang,
        async (db, config) => {
          const ctx = await agencyCtx(db, flags.tenant)
          await sealAudit(ctx)
          const checkpoint = await signHead(ctx, chainKey(secretOf(config)))
          if (checkpoint !== undefined) await keepCheckpoint(config, checkpoint, flags.tenant)
          process.stdout.write(`${checkpoint === undefined ? 'nothing new' : JSON.stringify(checkpoint)}\n`)
          return EXIT.done
        },
        'worker',
      )
    })
  audit
    .command('key')
    .description('the public key that auditors verify with')
    .option('--lang <language>', 'ko or en', 'ko')
    .action(async (flags: Flags) => {
      process.exitCode = await withRuntime(flags.lang, async (_, config) => {
        process.stdout.write(chainKey(secretOf(config)).publicKey)
        return EXIT.done
      })
    })
}

function verifyDatabase(flags: Flags): Promise<number> {
  return withRuntime(flags.lang, async (db, config) => {
    const ctx = await agencyCtx(db, flags.tenant)
    const file = flags.checkpoints ?? join(checkpointFolder(config), `${flags.tenant}.ndjson`)
    const checkpoints = await readCheckpoints(file, flags.checkpoints !== undefined)
    return tell(flags, await verifyAudit(ctx, checkpoints, chainKey(secretOf(config)).isSigned))
  })
}

async function verifyFile(flags: Flags, file: string): Promise<number> {
  try {
    if (flags.key === undefined) throw new ValidationError('input.required', { field: '--key' })
    const key = await readFile(flags.key, 'utf8').catch(() => {
      throw new ValidationError('import.file-missing', {
        field: '--key',
        params: { file: String(flags.key).slice(-100) },
      })
    })
    const checkpoints = flags.checkpoints === undefined ? [] : await readCheckpoints(flags.checkpoints, true)
    const records = recordsOf(file)
    const first = await records.next()
    const tenantId = first.done === true ? '' : first.value.tenantId
    async function* all() {
      if (first.done !== true) yield first.value
      yield* records
    }
    return tell(flags, await verifyChain(tenantId, all(), checkpoints, (one) => isSignedBy(key, one)))
  } catch (error) {
    const words = error instanceof ValidationError ? sayError(error, flags.lang) : explainFailure(error)
    if (words === undefined) throw error
    process.stderr.write(`${words}\n`)
    return EXIT.failed
  }
}

async function* recordsOf(file: string): AsyncGenerator<SealedRecord> {
  for await (const line of createInterface({ input: createReadStream(file) })) yield JSON.parse(line) as SealedRecord
}

async function readCheckpoints(file: string, needed: boolean): Promise<Checkpoint[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    if (!needed) return ''
    throw new ValidationError('import.file-missing', { field: '--checkpoints', params: { file: file.slice(-100) } })
  })
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Checkpoint)
}

/** @returns 0 when the chain is whole, else 1 */
function tell(flags: Flags, report: ChainReport): number {
  if (flags.json) process.stdout.write(`${JSON.stringify(report)}\n`)
  else {
    const { records, vouchedFor, purged, faults } = report
    process.stdout.write(`${records} records, ${purged} with purged details, vouched for up to ${vouchedFor}\n`)
    for (const { kind, sequence, auditId } of faults) process.stdout.write(`${kind} at ${sequence} ${auditId ?? ''}\n`)
    process.stdout.write(faults.length === 0 ? 'the chain is whole\n' : `${faults.length} faults\n`)
  }
  return report.faults.length === 0 ? EXIT.done : EXIT.failed
}
