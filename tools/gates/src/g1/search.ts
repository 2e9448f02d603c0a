import type postgres from 'postgres'

/** What the search function finds of one tenant's petition, asked by that tenant, by another and by nobody. */
export interface Searches {
  readonly own: { readonly everywhere: boolean; readonly inItsUnit: boolean; readonly inAnotherUnit: boolean }
  readonly other: { readonly asOther: boolean; readonly withoutTenant: boolean; readonly inTheOthersUnit: boolean }
}

interface Petition {
  readonly id: string
  readonly title: string
  readonly unit_id: string
}

/** Gate G1 for `platform.search_petitions`: the owner's policy lets it see all rows, so its own rule is the wall. */
export async function searchesOf(sql: postgres.Sql, own: string, other: string): Promise<Searches> {
  const petitionOf = async (tenantId: string) => {
    const [row] = await sql<Petition[]>`select id, title, unit_id from petition where tenant_id = ${tenantId} limit 1`
    if (row === undefined) throw new Error(`no petition of ${tenantId}`)
    return row
  }
  const mine = await petitionOf(own)
  const theirs = await petitionOf(other)
  const finds = (tenantId: string, wanted: Petition, units: readonly string[] | null) =>
    sql.begin(async (tx) => {
      await tx.unsafe(`set local role harmony_app; set local app.tenant_id = '${tenantId}'`)
      const rows = await tx<{ id: string }[]>`
        select platform.search_petitions(${wanted.title}, ${units === null ? null : [...units]}::uuid[]) as id`
      return rows.some((row) => row.id === wanted.id)
    })
  return {
    own: {
      everywhere: await finds(own, mine, null),
      inItsUnit: await finds(own, mine, [mine.unit_id]),
      inAnotherUnit: await finds(own, mine, [theirs.unit_id]),
    },
    other: {
      asOther: await finds(own, theirs, null),
      withoutTenant: await finds('', theirs, null),
      inTheOthersUnit: await finds(own, theirs, [theirs.unit_id]),
    },
  }
}

/** The same for `platform.search_documents`: by someone in the document's audience and by someone outside. */
export async function documentSearchesOf(sql: postgres.Sql, own: string, other: string) {
  const documentOf = async (tenantId: string) => {
    const reader = '01900000-0000-7000-8000-0000000000aa'
    const [row] = await sql<{ id: string; title: string }[]>`
      update document set title = 'searched', audience_unit_ids = '{}', audience_person_ids = array[${reader}::uuid]
      where (tenant_id, id) = (select tenant_id, id from document where tenant_id = ${tenantId} limit 1) returning id, title`
    if (row === undefined) throw new Error(`no document of ${tenantId}`)
    return { ...row, reader }
  }
  const mine = await documentOf(own)
  const theirs = await documentOf(other)
  const finds = (tenantId: string, id: string, reader: string | null, units: readonly string[] | null) =>
    sql.begin(async (tx) => {
      await tx.unsafe(`set local role harmony_app; set local app.tenant_id = '${tenantId}'`)
      const rows = await tx<{ id: string }[]>`
        select platform.search_documents('searched', ${reader}::uuid, ${units === null ? null : [...units]}::uuid[], 100) as id`
      return rows.some((row) => row.id === id)
    })
  return {
    own: {
      everywhere: await finds(own, mine.id, null, null),
      inTheAudience: await finds(own, mine.id, mine.reader, []),
      outsideOfIt: await finds(own, mine.id, own, [own]),
    },
    other: {
      asOther: await finds(own, theirs.id, null, null),
      withoutTenant: await finds('', theirs.id, null, null),
      inTheAudience: await finds(own, theirs.id, theirs.reader, []),
    },
  }
}
