import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importPetitions, readCases, readMapping } from '@harmony/core/customer'
import { createOrganisation } from '@harmony/core/identity'
import { canonicalJson } from '@harmony/core/kernel'
import { activateRelease, publishRelease } from '@harmony/core/tenancy'
import { testDatabase } from '@harmony/core/testing'
import { standardRelease } from './standard-release.ts'

const MAPPING = `
source: bench
rows: case
columns: { id: no, received: opened, completed: closed, channel: by, unit: team, person: officer }
service: { default: inquiry }
channel: { default: phone }
units: { createBelow: agency }
people: { create: true }
`

/**
 * Imports a generated log through the real commands: file, transfer to the unit, assign, answer, complete.
 * @returns cases per second, from the first byte of the file to the last commit
 */
export async function importRate(
  cases = 1_500,
): Promise<{ casesPerSecond: number; milliseconds: number; imported: number }> {
  const t = await testDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'harmony-bench-'))
  try {
    const file = join(folder, 'log.csv')
    await writeFile(file, logOf(cases))
    const worker = t.workerCtx('mogaha')
    const { hash } = await publishRelease(worker, { canonical: await withOneService() })
    await activateRelease(worker, { hash, reason: 'bench', activeFrom: new Date('2005-01-01T00:00:00+09:00') })
    const ctx = t.ctx('mogaha', { kind: 'system', name: 'bench' })
    const name = (text: string) => ({ ko: text, en: text })
    await createOrganisation(ctx, {
      validFrom: '2005-01-01T00:00:00+09:00',
      units: [
        { code: 'agency', kind: 'agency', name: name('agency') },
        { code: 'duty', kind: 'team', name: name('duty'), parent: 'agency' },
      ],
      people: [],
    })
    const mapping = readMapping(MAPPING)
    const start = performance.now()
    const { imported } = await importPetitions(ctx, await readCases(file, mapping), mapping)
    const milliseconds = performance.now() - start
    return {
      casesPerSecond: Math.round((imported / milliseconds) * 1000),
      milliseconds: Math.round(milliseconds),
      imported,
    }
  } finally {
    await rm(folder, { recursive: true })
    await t.close()
  }
}

/** The standard model with one service of 7 days on its general process. */
async function withOneService(): Promise<string> {
  const { release } = await standardRelease()
  const { hash: _, ...content } = release
  const area = release.customer.areas[0] ?? {
    key: 'general',
    name: { ko: '일반', en: 'General' },
    description: { ko: '일반', en: 'General' },
  }
  const service = {
    key: 'inquiry',
    area: area.key,
    name: { ko: '질의', en: 'Inquiry' },
    description: { ko: '질의', en: 'Inquiry' },
    petitionType: 'general-inquiry',
    period: { unit: 'days', amount: 7 },
    process: 'general-handling',
    duty: { unitCode: 'duty' },
  }
  return canonicalJson({ ...content, customer: { ...release.customer, areas: [area], services: [service] } })
}

/** A log over 2024 in CSV: 12 units, 60 people, from an hour to three weeks a case. */
function logOf(cases: number): string {
  const text = (at: number) => new Date(at).toISOString()
  const lines = Array.from({ length: cases }, (_, i) => {
    const opened = Date.UTC(2024, 0, 2) + Math.floor((i * 340 * 86_400_000) / cases)
    const closed = opened + (1 + ((i * 37) % 500)) * 3_600_000
    return `${i},${text(opened)},${text(closed)},phone,team ${i % 12},officer ${i % 60}`
  })
  return `no,opened,closed,by,team,officer\n${lines.join('\n')}\n`
}

/** Prints what `importRate` measured. */
export async function reportImport(): Promise<void> {
  const { casesPerSecond, milliseconds, imported } = await importRate()
  console.log(
    `request log → petitions by the real commands: ${casesPerSecond} cases/s, ${imported} in ${milliseconds} ms (at least 150)`,
  )
}
