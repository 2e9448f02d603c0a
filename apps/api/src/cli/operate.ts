import { listJobs, outboxStatus, replayDead, retryJob, withTenant } from '@harmony/core/platform'
import type { Command } from 'commander'
import { type AgencyFlags, agencyCommand, inAgency } from './runtime.ts'

/** Adds `harmony outbox status|replay` and `harmony jobs list|retry`. */
export function addOperation(program: Command): void {
  const outbox = program.command('outbox').description('events on their way to their consumers')
  agencyCommand(outbox, 'status', 'how many wait, since when, and how many are dead letters').action(
    (flags: AgencyFlags) =>
      inAgency(
        flags,
        (ctx) => withTenant(ctx, outboxStatus),
        ({ pending, dead, oldest }) => [`waiting ${pending}, dead ${dead}, oldest ${oldest?.toISOString() ?? '–'}`],
      ),
  )
  agencyCommand(outbox, 'replay', 'put dead letters back in line').action((flags: AgencyFlags) =>
    inAgency(
      flags,
      async (ctx) => ({ replayed: await withTenant(ctx, replayDead) }),
      ({ replayed }) => [`${replayed} put back in line`],
    ),
  )
  const jobs = program.command('jobs').description('work that takes time')
  agencyCommand(jobs, 'list', 'the newest 100 jobs').action((flags: AgencyFlags) =>
    inAgency(flags, listJobs, (runs) =>
      runs.map(({ id, name, state, progressDone, progressTotal, attempts, errorCode }) =>
        [id, state, `${progressDone}/${progressTotal ?? '–'}`, `${attempts}×`, name, errorCode ?? ''].join('\t'),
      ),
    ),
  )
  agencyCommand(jobs, 'retry <job>', 'run a job again that failed or was cancelled').action(
    (runId: string, flags: AgencyFlags) =>
      inAgency(
        flags,
        (ctx) => retryJob(ctx, { jobId: runId }),
        ({ state }) => [`${runId}\t${state}`],
      ),
  )
}
