import type postgres from 'postgres'
import { type FreshRow, freshRow, insertSql, makeRow, type Row, readTables, type TenantTable } from './plant.ts'

export interface Leak {
  readonly table: string
  readonly role: string
  readonly probe: string
  readonly detail: string
}

export interface WallReport {
  readonly tables: number
  readonly probes: number
  readonly controls: number
  readonly leaks: readonly Leak[]
}

const ROLES = ['harmony_app', 'harmony_worker', 'harmony_auditor'] as const

/**
 * Gate G1: tries every tenant table as every runtime role with every verb, on the own, another and no tenant's rows.
 * Each denial has a positive control: the same act on the own row must work where the role may do it at all.
 * @param only the tables to try; all when let out
 */
export async function probeWall(
  sql: postgres.Sql,
  own: string,
  other: string,
  only?: readonly string[],
): Promise<WallReport> {
  const tables = await readTables(sql)
  const probed = only === undefined ? tables : tables.filter((table) => only.includes(table.name))
  const ownRows = await plant(sql, tables, own)
  const otherRows = await plant(sql, tables, other)
  const leaks: Leak[] = []
  let probes = 0
  let controls = 0
  for (const role of ROLES) {
    for (const table of probed) {
      const wall = new WallProbe(sql, tables, table, role, own)
      await wall.run({ ownRows, otherRows }, other)
      leaks.push(...wall.leaks)
      probes += wall.probes
      controls += wall.controls
    }
  }
  return { tables: probed.length, probes, controls, leaks }
}

async function plant(sql: postgres.Sql, tables: readonly TenantTable[], tenantId: string): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>()
  for (const table of tables) {
    const row = makeRow(table, tenantId, rows)
    await sql.unsafe(insertSql(table, row))
    rows.set(table.name, row)
  }
  return rows
}

interface Planted {
  readonly ownRows: ReadonlyMap<string, Row>
  readonly otherRows: ReadonlyMap<string, Row>
}

interface Outcome {
  readonly count: number
  readonly error: string | undefined
}

class WallProbe {
  readonly leaks: Leak[] = []
  probes = 0
  controls = 0
  private readonly sql: postgres.Sql
  private readonly tables: readonly TenantTable[]
  private readonly table: TenantTable
  private readonly role: string
  private readonly own: string

  constructor(sql: postgres.Sql, tables: readonly TenantTable[], table: TenantTable, role: string, own: string) {
    this.sql = sql
    this.tables = tables
    this.table = table
    this.role = role
    this.own = own
  }

  async run({ ownRows, otherRows }: Planted, other: string): Promise<void> {
    const name = `public."${this.table.name}"`
    const mine = ownRows.get(this.table.name) as Row
    const theirs = otherRows.get(this.table.name) as Row
    const may = await this.privileges(name)
    const column = this.table.columns.find((candidate) => !this.table.primaryKey.includes(candidate.name))
    const assign = column === undefined ? 'tenant_id = tenant_id' : `"${column.name}" = "${column.name}"`

    await this.denied('select other', `select 1 from ${name} where tenant_id = '${other}'`)
    await this.denied('select without tenant', `select 1 from ${name}`, '')
    if (may.select) await this.works('select own', `select 1 from ${name} where tenant_id = '${this.own}'`)

    await this.denied('update other', `update ${name} set ${assign} where ${where(this.table, theirs)}`)
    if (may.update) {
      await this.works('update own', `update ${name} set ${assign} where ${where(this.table, mine)}`)
      await this.refused(
        'move own row to other',
        `update ${name} set tenant_id = '${other}' where ${where(this.table, mine)}`,
      )
    }
    await this.denied('delete other', `delete from ${name} where ${where(this.table, theirs)}`)
    if (may.delete) await this.works('delete own', `delete from ${name} where ${where(this.table, mine)}`, ['23503'])

    if (!may.insert) return
    const fresh = freshRow(this.tables, this.table, this.own, ownRows)
    await this.works('insert own', insertSql(this.table, fresh.row), [], fresh.before)
    const foreign = freshRow(this.tables, this.table, other, otherRows)
    await this.refused('insert other', insertSql(this.table, foreign.row), this.own, foreign.before)
    await this.refused('insert without tenant', insertSql(this.table, fresh.row), '', fresh.before)
    if (may.update) {
      const key = this.table.primaryKey.map((part) => `"${part}"`).join(', ')
      await this.refused(
        'upsert other',
        `${insertSql(this.table, theirs)} on conflict (${key}) do update set ${assign}`,
      )
    }
    // A unique value of another tenant must not be in the way: a collision would tell that it exists.
    const twin: FreshRow = freshRow(this.tables, this.table, this.own, ownRows, theirs)
    await this.works('unique probe', insertSql(this.table, twin.row), [], twin.before)
    for (const foreignKey of this.table.foreignKeys) {
      const parent = otherRows.get(foreignKey.parent)
      if (parent === undefined) continue
      const row: Record<string, string> = { ...fresh.row }
      foreignKey.columns.forEach((columnName, i) => {
        if (columnName !== 'tenant_id') row[columnName] = parent[foreignKey.parentColumns[i] ?? ''] ?? 'null'
      })
      const statement = insertSql(this.table, row)
      await this.refused(`reference ${foreignKey.parent} of other`, statement, this.own, fresh.before)
    }
  }

  private async privileges(name: string) {
    const [row] = await this.sql<{ select: boolean; insert: boolean; update: boolean; delete: boolean }[]>`
      select has_table_privilege(${this.role}, ${name}, 'select') as select, has_table_privilege(${this.role}, ${name}, 'insert') as insert,
        has_table_privilege(${this.role}, ${name}, 'update') as update, has_table_privilege(${this.role}, ${name}, 'delete') as delete`
    return row ?? { select: false, insert: false, update: false, delete: false }
  }

  /** No row may be touched; a refusal is as good. */
  private async denied(probe: string, statement: string, tenant = this.own): Promise<void> {
    this.probes += 1
    const outcome = await this.attempt(statement, tenant)
    if (outcome.error === undefined && outcome.count > 0) this.leak(probe, `${outcome.count} rows`)
  }

  /** The database must refuse the statement. */
  private async refused(
    probe: string,
    statement: string,
    tenant = this.own,
    before: readonly string[] = [],
  ): Promise<void> {
    this.probes += 1
    const outcome = await this.attempt(statement, tenant, before)
    if (outcome.error === undefined) this.leak(probe, 'was not refused')
  }

  private async works(
    probe: string,
    statement: string,
    alsoFine: readonly string[] = [],
    before: readonly string[] = [],
  ): Promise<void> {
    this.controls += 1
    const outcome = await this.attempt(statement, this.own, before)
    const narrowed = this.table.narrowed.some((verb) => verb === 'all' || probe.startsWith(verb))
    if (outcome.error === undefined ? outcome.count === 0 && !narrowed : !alsoFine.includes(outcome.error)) {
      this.leak(`control: ${probe}`, outcome.error ?? 'touched no row')
    }
  }

  private leak(probe: string, detail: string): void {
    this.leaks.push({ table: this.table.name, role: this.role, probe, detail })
  }

  /** Runs one statement as the role and tenant, after others that set the stage, and undoes all of it. */
  private async attempt(statement: string, tenant: string, before: readonly string[] = []): Promise<Outcome> {
    const undo = new Error('undo')
    let outcome: Outcome = { count: 0, error: undefined }
    await this.sql
      .begin(async (tx) => {
        for (const stage of before) await tx.unsafe(stage)
        await tx.unsafe(`set local role ${this.role}; set local app.tenant_id = '${tenant}'`)
        outcome = { count: (await tx.unsafe(statement)).count, error: undefined }
        throw undo
      })
      .catch((error: unknown) => {
        if (error === undo) return
        outcome = { count: 0, error: error instanceof Error && 'code' in error ? String(error.code) : String(error) }
      })
    return outcome
  }
}

function where(table: TenantTable, row: Row): string {
  return table.primaryKey.map((column) => `"${column}" = ${row[column]}`).join(' and ')
}
