import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../testing/index.ts'
import { newId } from '../../kernel/index.ts'
import { withTenant } from '../db/with-tenant.ts'
import { audit } from './audit.ts'
import type { Checkpoint } from './chain.ts'
import { chainKey, isSignedBy } from './chain-key.ts'
import { readChain, verifyAudit } from './read-chain.ts'
import { tenantsToSeal } from './seal.store.ts'
import { sealAudit, signHead } from './seal-audit.ts'

let t: TestDatabase
const key = chainKey('a secret that stays outside the database')
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.close())

const act = (slug: 'mogaha' | 'gangnam', reason: string) =>
  withTenant(t.ctx(slug), (tx) =>
    audit(tx, { action: 'petition.answer', subjectType: 'petition', subjectId: newId(), after: { state: 1 }, reason }),
  )
const verify = (checkpoints: Checkpoint[] = []) => verifyAudit(t.workerCtx('mogaha'), checkpoints, key.isSigned)

describe('the audit chain', () => {
  it('takes every committed record of its agency once, whoever seals at the same time', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, i) => act(i % 3 === 0 ? 'gangnam' : 'mogaha', `${i}`)))
    const waiting = await tenantsToSeal(t.worker)
    expect(waiting).toEqual(expect.arrayContaining([t.mogaha.id, t.gangnam.id]))
    const sealed = await Promise.all([sealAudit(t.workerCtx('mogaha')), sealAudit(t.workerCtx('mogaha'))])
    expect(sealed[0] + sealed[1] + (await sealAudit(t.workerCtx('mogaha')))).toBe(20)
    expect(await verify()).toMatchObject({ records: 20, head: { sequence: 20 }, faults: [] })
    expect(await sealAudit(t.workerCtx('mogaha'))).toBe(0)
  })

  it('goes on from its head, and a signed head vouches for all before it', async () => {
    const first = await signHead(t.workerCtx('mogaha'), key)
    expect(first).toMatchObject({ sequence: 20, tenantId: t.mogaha.id })
    expect(await signHead(t.workerCtx('mogaha'), key)).toBeUndefined()
    await act('mogaha', '하나 더')
    await sealAudit(t.workerCtx('mogaha'))
    const second = await signHead(t.workerCtx('mogaha'), key)
    const checkpoints = [first, second].filter((one) => one !== undefined)
    expect(await verify(checkpoints)).toMatchObject({ records: 21, vouchedFor: 21, faults: [] })
    for (const checkpoint of checkpoints) expect(isSignedBy(key.publicKey, checkpoint)).toBe(true)
    const other = chainKey('another secret')
    expect(other.isSigned(checkpoints[0] as Checkpoint)).toBe(false)
  })

  it('shows what somebody did behind the product, in the database itself', async () => {
    const checkpoint = (
      await t.admin`select tenant_id, sequence::int, hash, signed_at, signature
      from audit_checkpoint where tenant_id = ${t.mogaha.id} order by sequence desc limit 1`
    )[0]
    const head: Checkpoint = {
      tenantId: checkpoint?.tenant_id,
      sequence: checkpoint?.sequence,
      hash: checkpoint?.hash,
      signedAt: new Date(checkpoint?.signed_at).toISOString(),
      signature: checkpoint?.signature,
    }
    const [changed] = await t.admin`select audit_id from audit_seal where tenant_id = ${t.mogaha.id} and sequence = 7`
    await t.admin`update audit_event set reason = 'changed' where id = ${changed?.audit_id}`
    expect((await verify([head])).faults).toEqual([{ kind: 'altered', sequence: 7, auditId: changed?.audit_id }])
    await t.admin`insert into audit_event (tenant_id, id, action, actor_kind, subject_type, subject_id, request_id, occurred_at)
      values (${t.mogaha.id}, ${newId()}, 'x.y', 'system', 'x', 'y', 'z', now())`
    expect((await verify([head])).faults.map((fault) => fault.kind)).toEqual(['altered', 'not-sealed'])
    await t.admin`delete from audit_seal where tenant_id = ${t.mogaha.id} and sequence = 21`
    expect((await verify([head])).faults.map((fault) => fault.kind)).toContain('cut-off')
  })

  it('is sealed by the worker only, and no agency reads another’s', async () => {
    await expect(sealAudit(t.ctx('gangnam'))).rejects.toMatchObject({ cause: { code: '42501' } })
    await sealAudit(t.workerCtx('gangnam'))
    const chain = []
    for await (const record of readChain(t.workerCtx('gangnam'))) chain.push(record)
    expect(chain).toHaveLength(10)
    expect(chain.every((record) => record.tenantId === t.gangnam.id)).toBe(true)
  })
})
