import { readFile } from 'node:fs/promises'
import { listFunctionVersions, searchUnitTasks } from '@harmony/core/brm'
import type { Id } from '@harmony/core/kernel'
import { storeFile } from '@harmony/core/platform'
import { tenants } from '@harmony/tenants'
import type { Agency } from '../agency.ts'
import { inputs, nothing, type Plans } from '../sample.ts'

/** The functions' procedures: on the tree the agency was opened with, and on files of the tenant administrator. */
export const brmPlans: Plans = {
  'brm.tree': inputs(async (agency) => ({ versionId: (await newest(agency)).id })),
  'brm.versions': nothing,
  'brm.versionChanges': inputs(async (agency) => ({ versionId: (await newest(agency)).id })),
  'brm.search': inputs(async (agency) => ({ query: '운영', unitId: await agency.unitId(agency.cast.unit) })),
  'brm.unitTask': inputs(async (agency) => ({ unitTaskId: await task(agency) })),
  'brm.unitTaskHistory': inputs(async (agency) => ({ unitTaskId: await task(agency) })),
  'brm.updateUnitTask': inputs(async (agency) => ({
    unitTaskId: await task(agency),
    version: 1,
    unitIds: [await agency.unitId(agency.cast.unit)],
    purpose: agency.text('목적'),
    laws: [{ name: agency.text('법'), article: '제1조' }],
    reason: agency.text('사유'),
  })),
  'brm.previewImport': inputs(async (agency) => ({ fileId: await file(agency) })),
  'brm.applyImport': inputs(async (agency) => ({
    fileId: await file(agency),
    baseSequence: (await newest(agency)).sequence,
    label: agency.text('판'),
    year: 2026,
    reason: agency.text('사유'),
  })),
}

async function newest(agency: Agency) {
  const [version] = (await listFunctionVersions(agency.ctx())).versions
  if (version === undefined) throw new Error(`${agency.slug} has no functions`)
  return version
}

async function task(agency: Agency): Promise<Id> {
  const unitId = await agency.unitId(agency.cast.unit)
  const { rows } = await searchUnitTasks(agency.ctx(), { unitId, limit: 1 })
  return rows[0]?.id ?? ''
}

/** The tree the agency was opened with, and one task more with the agency's mark: nothing of the others' samples ends. */
async function file(agency: Agency): Promise<Id> {
  const seed = tenants.find((one) => one.slug === agency.slug)?.functions
  if (seed === undefined) throw new Error(`${agency.slug} has no functions`)
  const text = (await readFile(seed, 'utf8')).trimEnd()
  const [header = '', first = ''] = text.split('\n')
  const task = header.split(',').indexOf('단위과제코드')
  const row = first.split(',').slice(0, task).concat('G2-1', agency.text('단위과제'), agency.cast.unit)
  async function* bytes() {
    yield new TextEncoder().encode(`${text}\n${row.join(',')}\n`)
  }
  return (await storeFile(agency.ctx('tenant-admin'), { name: 'functions.csv', bytes: bytes() })).id
}
