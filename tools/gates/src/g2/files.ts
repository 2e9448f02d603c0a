import type { Id } from '@harmony/core/kernel'
import type { Agency } from './agency.ts'
import { headersOf } from './door.ts'
import { nobodyNear } from './ids.ts'
import type { World } from './world.ts'

/** A file's answer as its caller sees it. */
interface Given {
  readonly status: number
  readonly text: string
}

/**
 * Asks for the other agency's files as everyone, from the own agency and in the other one.
 * @returns what one could tell of them, a line each, and how many requests were made
 */
export async function probeFiles(world: World): Promise<{ leaks: string[]; probes: number }> {
  const { own, other } = world
  const leaks: string[] = []
  let probes = 0
  const ask = async (agency: Agency, id: Id, token: string | null) => {
    const given: Given[] = []
    for (const part of PARTS) given.push(await download(world, agency, id, token, part))
    probes += PARTS.length
    return { status: given[0]?.status ?? 0, text: given.map(({ status, text }) => `${status} ${text}`).join('\n') }
  }
  for (const id of await filesOf(other)) {
    const nobody = nobodyNear(id)
    for (const [role, { token }] of [...own.people].filter(([role]) => !role.startsWith('spare'))) {
      const [seen, expected] = [await ask(own, id, token), await ask(own, nobody, token)]
      if (!alike(seen, expected)) leaks.push(`${role} is told ${seen.status} ${seen.text.slice(0, 80)}`)
      const abroad = await ask(other, id, token)
      const guest = await ask(other, role.endsWith('citizen') ? nobody : id, role.endsWith('citizen') ? token : null)
      if (!alike(abroad, guest)) leaks.push(`${role} abroad is told ${abroad.status} ${abroad.text.slice(0, 80)}`)
    }
  }
  return { leaks, probes }
}

/** The file itself, its drawn pages, and itself as a picture. */
const PARTS = ['', '/preview', '/picture'] as const

/** One download over HTTP. */
export async function download(
  world: World,
  agency: Agency,
  id: Id,
  token: string | null,
  part: (typeof PARTS)[number] = '',
): Promise<Given> {
  const response = await world.app.request(`/api/${agency.slug}/files/${id}${part}`, { headers: headersOf(token) })
  return { status: response.status, text: await response.text() }
}

/** Some files of an agency: of requests and of answers. */
export async function filesOf(agency: Agency): Promise<Id[]> {
  const rows = await agency.t.admin<{ file_id: Id }[]>`
    (select file_id from petition_file where tenant_id = ${agency.ctx().tenantId} and part = 'request' order by id limit 2)
    union (select file_id from petition_file where tenant_id = ${agency.ctx().tenantId} and part = 'answer' order by id limit 1)`
  return rows.map((row) => row.file_id)
}

const alike = (one: Given, other: Given) => one.status === other.status && one.text === other.text
