import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/index.ts'
import { type Actor, type Ctx, canonicalJson, fixedClock, newId, type Role } from '../kernel/index.ts'
import { withTenant } from '../platform/index.ts'
import {
  activateRelease,
  currentRelease,
  getRelease,
  getTenantBySlug,
  listLocalGovernments,
  listReleases,
  listTenants,
  listTenantsWithReleases,
  loadLocalGovernments,
  publishRelease,
  registerTenant,
  setTenantStatus,
  tenantInfo,
} from './index.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.close())

const L = (ko: string) => ({ ko, en: ko })
const content = (version: string, team = '팀') =>
  canonicalJson({
    key: 'mogaha',
    version,
    name: L('행정자치부 모델'),
    chain: ['standard', 'mogaha'],
    strategy: { mission: L('사명'), vision: L('비전'), strategies: [L('전략')] },
    terms: { team: L(team) },
  })
const publish = (canonical: string) => publishRelease(t.workerCtx('mogaha'), { canonical })
const officer = (...roles: Role[]): Actor => ({
  kind: 'officer',
  accountId: newId(),
  personId: newId(),
  roles,
  unitIds: [],
  headOf: [],
})
const running = (ctx: Ctx) => withTenant(ctx, (tx) => currentRelease(tx))

describe('publishing', () => {
  it('stores a release once: again it is the same one', async () => {
    const first = await publish(content('2026.1.1'))
    expect(first).toMatchObject({ key: 'mogaha', version: '2026.1.1', isNew: true })
    expect(await publish(content('2026.1.1'))).toEqual({ ...first, isNew: false })
    await t.expectAudit(t.ctx('mogaha'), { action: 'release.publish', subjectId: first.hash })
  })

  it('refuses other content under the same version', async () => {
    await publish(content('2026.1.2'))
    await expect(publish(content('2026.1.2', '과'))).rejects.toMatchObject({
      code: 'release.version-taken',
      params: { key: 'mogaha', version: '2026.1.2' },
    })
  })

  it('refuses what is not canonical JSON of a release', async () => {
    await expect(publish('{ "b": 1 }')).rejects.toMatchObject({ code: 'input.wrong-format' })
    await expect(publish('not json')).rejects.toMatchObject({ code: 'input.wrong-format' })
    await expect(publish('{"key":"x"}')).rejects.toMatchObject({ kind: 'validation', field: 'version' })
  })

  it('is beyond every officer, and beyond the app', async () => {
    const admin = t.ctx('mogaha', officer('tenant-admin', 'bureau-admin'))
    await expect(publishRelease(admin, { canonical: content('2026.9.9') })).rejects.toMatchObject({ kind: 'forbidden' })
    const app = t.ctx('mogaha')
    await expect(publishRelease(app, { canonical: content('2026.9.9') })).rejects.toThrow()
    await expect(t.app.shared`update shared.model_release set content = '{}'`).rejects.toThrow('permission denied')
    await expect(t.worker.shared`delete from shared.model_release`).rejects.toThrow('permission denied')
  })
})

describe('activating', () => {
  it('is a pointer with its history; going back is activating the older one again', async () => {
    const [one, two] = [await publish(content('2026.2.1')), await publish(content('2026.2.2'))]
    const admin = (at: string) => t.ctx('gangnam', officer('tenant-admin'), { clock: fixedClock(at) })
    await activateRelease(admin('2026-02-01T00:00:00Z'), { hash: one.hash, reason: '처음 도입' })
    await activateRelease(admin('2026-03-01T00:00:00Z'), { hash: two.hash, reason: '지표 조정' })
    expect((await running(t.ctx('gangnam'))).hash).toBe(two.hash)
    await activateRelease(admin('2026-04-01T00:00:00Z'), { hash: one.hash, reason: '되돌림' })
    expect((await running(t.ctx('gangnam'))).version).toBe('2026.2.1')
    const { activations } = await listReleases(t.ctx('gangnam', officer('tenant-admin')))
    expect(activations.map((a) => a.reason)).toEqual(['되돌림', '지표 조정', '처음 도입'])
    await t.expectAudit(t.ctx('gangnam'), { action: 'release.activate', subjectId: two.hash })
  })

  it('changes nothing when decided twice, and refuses a moment before the last decision', async () => {
    const one = await publish(content('2026.3.1'))
    const ctx = t.ctx('bureau')
    const first = await activateRelease(ctx, { hash: one.hash, reason: '처음 도입' })
    expect(await activateRelease(ctx, { hash: one.hash, reason: '한 번 더' })).toEqual({ ...first, isNew: false })
    const two = await publish(content('2026.3.2'))
    const early = activateRelease(ctx, { hash: two.hash, reason: '앞당김', activeFrom: new Date('2001-01-01') })
    await expect(early).rejects.toMatchObject({ code: 'release.before-active' })
  })

  it('stays behind the wall: one agency’s decisions show in no other', async () => {
    const { hash } = await publish(content('2026.5.1'))
    const reason = '강남만의 결정'
    await activateRelease(t.ctx('gangnam'), { hash, reason })
    for (const slug of ['mogaha', 'bureau'] as const) {
      const { activations } = await listReleases(t.ctx(slug))
      expect(activations.map((one) => one.reason)).not.toContain(reason)
    }
  })

  it('waits for its moment', async () => {
    const [one, two] = [await publish(content('2026.4.1')), await publish(content('2026.4.2'))]
    await activateRelease(t.ctx('mogaha'), { hash: one.hash, reason: '처음 도입' })
    await activateRelease(t.ctx('mogaha'), { hash: two.hash, reason: '내년부터', activeFrom: new Date('2999-01-01') })
    expect((await running(t.ctx('mogaha'))).hash).toBe(one.hash)
  })

  it('refuses unknown releases, other roles, and a missing reason', async () => {
    const hash = 'f'.repeat(64)
    await expect(activateRelease(t.ctx('mogaha'), { hash, reason: '까닭' })).rejects.toMatchObject({
      code: 'release.not-found',
    })
    const member = t.ctx('mogaha', officer('team-member'))
    await expect(activateRelease(member, { hash, reason: '까닭' })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(activateRelease(t.ctx('mogaha'), { hash, reason: ' ' })).rejects.toMatchObject({ field: 'reason' })
    await expect(getRelease(t.ctx('mogaha'), hash)).rejects.toMatchObject({ code: 'release.not-found' })
  })
})

describe('agencies', () => {
  it('are listed for everybody and found by their path', async () => {
    expect((await listTenants(t.app)).map((tenant) => tenant.slug).sort()).toEqual(['bureau', 'gangnam', 'mogaha'])
    expect(await getTenantBySlug(t.app, 'nowhere')).toBeUndefined()
    expect(await getTenantBySlug(t.app, "x'; drop table shared.tenant --")).toBeUndefined()
    expect(await tenantInfo(t.ctx('mogaha', { kind: 'guest' }))).toMatchObject({
      slug: 'mogaha',
      terms: { team: { ko: '팀' } },
    })
  })

  it('shows the bureau which release each runs, and nobody else', async () => {
    const rows = await listTenantsWithReleases(t.ctx('bureau', officer('bureau-admin')))
    expect(rows.map((row) => row.slug).sort()).toEqual(['bureau', 'gangnam', 'mogaha'])
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['kind', 'name', 'release', 'slug', 'status'])
    await expect(listTenantsWithReleases(t.ctx('mogaha', officer('tenant-admin')))).rejects.toMatchObject({
      kind: 'forbidden',
    })
    expect(await listTenantsWithReleases(t.ctx('mogaha'))).toEqual([])
  })

  it('are registered once', async () => {
    const spec = { slug: 'seocho', name: L('서울특별시 서초구'), kind: 'local-government', code: '1165000000' } as const
    const first = await registerTenant(t.worker, spec)
    expect(first.isNew).toBe(true)
    expect(await registerTenant(t.worker, spec)).toMatchObject({ id: first.id, isNew: false })
    await expect(registerTenant(t.worker, { ...spec, slug: 'A b' })).rejects.toMatchObject({ field: 'slug' })
  })

  it('keeps local governments by code, as names repeat', async () => {
    const list = [
      { code: '1114000000', name: '서울특별시 중구', level: '기초', type: '구', parentCode: '1100000000' },
      { code: '1100000000', name: '서울특별시', level: '광역', type: '특별시', parentCode: null },
    ] as const
    expect(await loadLocalGovernments(t.worker, list)).toBe(2)
    expect(await loadLocalGovernments(t.worker, list)).toBe(0)
    expect((await listLocalGovernments(t.app)).map((one) => one.code)).toEqual(['1100000000', '1114000000'])
  })
})

describe('an agency', () => {
  it('is closed and opened again by the operator only, with a reason, each once', async () => {
    const operator = t.workerCtx('gangnam')
    await setTenantStatus(operator, { status: 'suspended', reason: '점검' })
    expect((await listTenants(t.app)).find((one) => one.slug === 'gangnam')?.status).toBe('suspended')
    await t.expectAudit(t.ctx('gangnam'), { action: 'tenant.status', subjectId: t.gangnam.id })
    const twice = setTenantStatus(operator, { status: 'suspended', reason: '점검' })
    await expect(twice).rejects.toMatchObject({ code: 'tenant.status-unchanged' })
    const admin = t.ctx('gangnam', officer('tenant-admin'))
    await expect(setTenantStatus(admin, { status: 'active', reason: '열기' })).rejects.toMatchObject({
      code: 'policy.refused',
    })
    await setTenantStatus(operator, { status: 'active', reason: '점검 끝' })
  })
})
