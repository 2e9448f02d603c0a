import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../testing/index.ts'
import { type Actor, ForbiddenError, newId, type Origin, ValidationError } from '../../kernel/index.ts'
import { drainOutbox, withTenant } from '../index.ts'
import type { JobQueue } from '../jobs/job-queue.ts'
import { type JobSystem, jobSystem } from '../jobs/job-system.ts'
import { openJobQueue } from '../jobs/open-job-queue.ts'
import { listMailbox, type MailTransport, mailJob, mailSubscriber, sendMail, smtpTransport } from './index.ts'
import { beginSending, type Mail } from './mail.store.ts'
import { defineMailTemplate } from './template.ts'

const answered = defineMailTemplate<{ title: string; name: string }>({
  key: 'test.answered',
  ko: ({ title, name }) => ({ subject: `[하모니] ${title} 답변`, body: `${name} 님, 민원이 처리되었습니다.` }),
  en: ({ title, name }) => ({
    subject: `[Harmony] Answer: ${title}`,
    body: `${name}, your petition has been answered.`,
  }),
})

describe('mail', () => {
  let t: TestDatabase
  let smtp: SMTPServer
  let transport: MailTransport
  let arrived: ParsedMail[] = []
  let refuse: string | null = null
  const open: JobQueue[] = []

  beforeAll(async () => {
    t = await testDatabase()
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_to, _session, done) =>
        done(refuse === null ? null : Object.assign(new Error('no'), { responseCode: Number(refuse) })),
      onData(stream, _session, done) {
        simpleParser(stream).then((mail) => {
          arrived.push(mail)
          done()
        }, done)
      },
    })
    await new Promise<void>((resolve) => {
      smtp.listen(0, '127.0.0.1', resolve)
    })
    const address = smtp.server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    transport = await smtpTransport(`smtp://127.0.0.1:${port}`, '하모니 <no-reply@harmony.test>')
  }, 60_000)
  afterEach(async () => {
    await Promise.all(open.splice(0).map((queue) => queue.close(1_000)))
    arrived = []
    refuse = null
  })
  afterAll(async () => {
    transport.close()
    await new Promise<void>((resolve) => {
      smtp.close(() => resolve())
    })
    await t.close()
  })

  const worker = async (how: MailTransport | null = transport): Promise<JobSystem> => {
    const queue = openJobQueue({ databaseUrl: t.worker.url, lockMs: 1_000 })
    open.push(queue)
    const job = { ...mailJob(how), backoffMs: 20 }
    const system = jobSystem({
      db: t.worker,
      queue,
      jobs: [job],
      tenants: {
        all: async () => [t.mogaha],
        byId: async (id) => [t.mogaha, t.gangnam].find((tenant) => tenant.id === id),
      },
    })
    await system.start()
    return { ...system, subscribers: [...system.subscribers, mailSubscriber(queue, job, () => undefined)] }
  }
  const consume = async (system: JobSystem, slug: 'mogaha' | 'gangnam' = 'mogaha') => {
    while ((await drainOutbox(t.workerCtx(slug), system.subscribers)) > 0);
  }
  const order = (more: { accountId?: string; address?: string; origin?: Origin } = {}) => ({
    to: { address: more.address ?? 'kim@example.kr', accountId: more.accountId ?? null },
    template: answered,
    params: { title: '가로등\r\nBcc: other@example.kr', name: '김민원' },
    locale: 'ko' as const,
    ...(more.origin === undefined ? {} : { origin: more.origin }),
  })
  const send = (more: Parameters<typeof order>[0] = {}, slug: 'mogaha' | 'gangnam' = 'mogaha') =>
    withTenant(t.ctx(slug), (tx) => sendMail(tx, order(more)))
  const mail = async (id: string | null): Promise<Mail | undefined> => {
    const [row] = await t.admin<Mail[]>`select *, possibly_twice as "possiblyTwice" from mail_outbox where id = ${id}`
    return row
  }
  const becomes = (id: string | null, state: string) =>
    expect.poll(async () => (await mail(id))?.state, { timeout: 8_000, interval: 20 }).toBe(state)

  it('of an act arrives in Korean, as one plain text whose subject holds no second header', async () => {
    const system = await worker()
    const id = await send()
    await consume(system)
    await becomes(id, 'sent')
    expect(arrived).toHaveLength(1)
    expect(arrived[0]?.subject).toBe('[하모니] 가로등 Bcc: other@example.kr 답변')
    expect(arrived[0]?.text?.trim()).toBe('김민원 님, 민원이 처리되었습니다.')
    expect(arrived[0]?.bcc).toBeUndefined()
    expect(arrived[0]?.messageId).toBe(`<${id}@mogaha.harmony>`)
  })

  it('of an act that did not happen is never sent', async () => {
    const system = await worker()
    await expect(
      withTenant(t.ctx('mogaha'), async (tx) => {
        await sendMail(tx, order())
        throw new ValidationError('input.invalid')
      }),
    ).rejects.toThrow(ValidationError)
    const later = await send()
    await consume(system)
    await becomes(later, 'sent')
    expect(arrived).toHaveLength(1)
  })

  it('is not written for imported history or demo data', async () => {
    expect(await send({ origin: 'import' })).toBeNull()
    expect(await withTenant(t.ctx('mogaha', undefined, { origin: 'demo' }), (tx) => sendMail(tx, order()))).toBeNull()
  })

  it('waits out a mail server that is busy, and arrives once', async () => {
    refuse = '451'
    const system = await worker()
    const id = await send()
    await consume(system)
    await expect
      .poll(async () => (await mail(id))?.attempts, { timeout: 8_000, interval: 10 })
      .toBeGreaterThanOrEqual(2)
    refuse = null
    await becomes(id, 'sent')
    expect(arrived).toHaveLength(1)
  })

  it('that the server refuses for good is given up and says so', async () => {
    refuse = '550'
    const system = await worker()
    const id = await send()
    await consume(system)
    await becomes(id, 'failed')
    expect(await mail(id)).toMatchObject({ attempts: 1 })
  })

  it('in flight when its worker died is sent again under the same Message-ID and marked', async () => {
    const id = (await send()) ?? ''
    const taken = await withTenant(t.workerCtx('mogaha'), (tx) => beginSending(tx, id))
    if (taken !== undefined) await transport.send(taken, `<${id}@mogaha.harmony>`)
    const system = await worker()
    await system.sweep(0)
    await becomes(id, 'sent')
    expect(arrived.map((one) => one.messageId)).toEqual([`<${id}@mogaha.harmony>`, `<${id}@mogaha.harmony>`])
    expect((await mail(id))?.possiblyTwice).toBe(true)
    await consume(system)
  })

  it('without a mail server is kept, and shown to whom it is for', async () => {
    const system = await worker(null)
    const accountId = newId()
    const id = await send({ accountId }, 'gangnam')
    await send({ accountId: newId() }, 'gangnam')
    await consume(system, 'gangnam')
    await becomes(id, 'kept')
    const citizen: Actor = { kind: 'citizen', accountId, customerId: newId() }
    expect((await listMailbox(t.ctx('gangnam', citizen))).map((entry) => entry.id)).toEqual([id])
    const officer = { kind: 'officer', accountId: newId(), personId: newId(), unitIds: [], headOf: [] } as const
    expect(await listMailbox(t.ctx('gangnam', { ...officer, roles: [] }))).toEqual([])
    expect(await listMailbox(t.ctx('gangnam', { ...officer, roles: ['tenant-admin'] }))).toHaveLength(2)
    expect(await listMailbox(t.ctx('mogaha', citizen))).toEqual([])
    await expect(listMailbox(t.ctx('gangnam', { kind: 'guest' }))).rejects.toThrow(ForbiddenError)
  })

  it('to what is no address is refused', async () => {
    await expect(send({ address: 'kim@' })).rejects.toMatchObject({ code: 'mail.wrong-address', field: 'email' })
  })
})
