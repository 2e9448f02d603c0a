import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId, systemClock } from '../kernel/index.ts'
import { withTenant } from '../platform/index.ts'
import { answerPetition } from './commands/answer-petition.ts'
import { filePetition } from './commands/file-petition.ts'
import { refuseTransfer } from './commands/refuse-transfer.ts'
import { transferToAgency } from './commands/transfer-to-agency.ts'
import { findByOrigin } from './petition.store.ts'
import { getMyPetition } from './queries/get-my-petition.ts'
import { getPetition } from './queries/get-petition.ts'
import { readPetitionFile } from './queries/read-petition-file.ts'
import { customerWorld, filedPetition, uploaded, type World } from './testing.ts'

let w: World
beforeAll(async () => {
  w = await customerWorld()
})
afterAll(() => w.t.close())

const copyOf = (petitionId: string) =>
  withTenant(w.system({ slug: 'gangnam' }), (tx) => findByOrigin(tx, w.t.mogaha.id, petitionId))

async function textOf(bytes: AsyncIterable<unknown>): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of bytes) parts.push(part as Uint8Array)
  return Buffer.concat(parts).toString('utf8')
}

async function handlerOf(petitionId: string, slug: 'mogaha' | 'gangnam') {
  const { person } = await getPetition(w.system({ slug }), { petitionId })
  return ['lee', 'jung', 'park'].find((code) => w.personId(code, slug) === person?.id) ?? ''
}

describe('a petition handed over to another agency', () => {
  it('becomes the receiver’s own, with its attachments, and the sender’s closes when the receipt is back', async () => {
    const fileId = await uploaded(w.citizen('a'), '질문 목록.txt', '질문입니다')
    const filed = await filePetition(w.citizen('a'), {
      serviceKey: 'inquiry',
      title: '구청 일',
      body: '내용',
      fileIds: [fileId],
    })
    const { petitionId } = filed
    const handler = await handlerOf(petitionId, 'mogaha')
    await transferToAgency(w.officer(handler), { petitionId, agency: 'gangnam', reason: '자치구 소관' })
    await expect(answerPetition(w.officer(handler), { petitionId, body: '답변' })).rejects.toThrow(
      'petition.transferring',
    )
    await w.t.drain()

    const copy = await copyOf(petitionId)
    expect(copy).toMatchObject({ status: 'open', title: '구청 일', serviceKey: 'inquiry' })
    const there = await getPetition(w.system({ slug: 'gangnam' }), { petitionId: copy?.id ?? '' })
    expect(there.customer).toMatchObject({ name: '조시민' })
    expect(there.files).toMatchObject([{ name: '질문 목록.txt', part: 'request' }])
    expect(there.files[0]?.id).not.toBe(fileId)
    const bytes = await readPetitionFile(w.system({ slug: 'gangnam' }), { fileId: there.files[0]?.id ?? '' })
    expect(await textOf(bytes.bytes)).toBe('질문입니다')

    const mine = await getMyPetition(w.citizen('a'), { petitionId })
    expect(mine).toMatchObject({
      status: 'transferred',
      transfer: { agency: { slug: 'gangnam' }, number: there.number },
    })
    const atReceiver = await getMyPetition(w.citizen('a', { slug: 'gangnam' }), { petitionId: copy?.id ?? '' })
    expect(atReceiver.title).toBe('구청 일')

    const officer = w.officer(await handlerOf(copy?.id ?? '', 'gangnam'), { slug: 'gangnam', clock: systemClock })
    expect(await answerPetition(officer, { petitionId: copy?.id ?? '', body: '구청에서 답변' })).toMatchObject({
      status: 'completed',
    })
  })

  it('comes back when the receiver refuses it, and the time away does not count', async () => {
    const { petitionId, handler } = await filedPetition(w)
    await transferToAgency(w.officer(handler), { petitionId, agency: 'gangnam', reason: '자치구 소관' })
    await w.t.drain()
    const copy = await copyOf(petitionId)
    const officer = w.officer(await handlerOf(copy?.id ?? '', 'gangnam'), { slug: 'gangnam', clock: systemClock })
    await refuseTransfer(officer, { petitionId: copy?.id ?? '', reason: '중앙 소관입니다' })
    await w.t.drain()
    expect(await copyOf(petitionId)).toMatchObject({ status: 'returned', outcome: 'returned' })
    const back = await getPetition(w.officer(handler), { petitionId })
    expect(back).toMatchObject({
      status: 'open',
      outcome: null,
      transfers: [{ status: 'refused', refusal: '중앙 소관입니다' }],
    })
    expect(back.abilities).toContain('answer')
  })

  it('is held back alone when its attachment is lost', async () => {
    const fileId = await uploaded(w.citizen('a'), '잃을 파일.txt', `잃을 글 ${newId()}`)
    const lost = await filePetition(w.citizen('a'), {
      serviceKey: 'inquiry',
      title: '잃은 것',
      body: '내용',
      fileIds: [fileId],
    })
    const { petitionId, handler } = await filedPetition(w)
    const reason = '자치구 소관'
    for (const [id, by] of [
      [lost.petitionId, await handlerOf(lost.petitionId, 'mogaha')],
      [petitionId, handler],
    ] as const) {
      await transferToAgency(w.officer(by), { petitionId: id, agency: 'gangnam', reason })
    }
    await w.t.admin`update file set hash = ${'0'.repeat(64)} where id = ${fileId}`
    await w.t.drain()
    expect(await copyOf(lost.petitionId)).toBeUndefined()
    expect(await copyOf(petitionId)).toMatchObject({ status: 'open' })
    const [letter] = await w.t.admin`select state, attempts, last_error from envelope_out where attempts > 0`
    expect(letter).toMatchObject({ state: 'pending', attempts: expect.any(Number), last_error: 'file.not-found' })
  })

  it('goes to a known agency that is another one', async () => {
    const { petitionId, handler } = await filedPetition(w)
    const send = (agency: string) => transferToAgency(w.officer(handler), { petitionId, agency, reason: '소관' })
    await expect(send('nowhere')).rejects.toMatchObject({
      code: 'petition.agency-unknown',
      params: { agency: 'nowhere' },
    })
    await expect(send('mogaha')).rejects.toThrow('petition.same-agency')
    await expect(refuseTransfer(w.officer(handler), { petitionId, reason: '가' })).rejects.toThrow(
      'petition.not-transferred-here',
    )
  })
})
