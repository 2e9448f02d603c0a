import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerPetition } from './commands/answer-petition.ts'
import { extendDeadline } from './commands/extend-deadline.ts'
import { filePetition } from './commands/file-petition.ts'
import { requestSupplement } from './commands/request-supplement.ts'
import { sendMessage } from './commands/send-message.ts'
import { submitSupplement } from './commands/submit-supplement.ts'
import { transferPetition } from './commands/transfer-petition.ts'
import { transferToAgency } from './commands/transfer-to-agency.ts'
import { customerMailSubscribers } from './subscribers.ts'
import { customerWorld, filedPetition, type World } from './testing.ts'

let w: World
beforeAll(async () => {
  w = await customerWorld({ subscribers: customerMailSubscribers })
})
afterAll(() => w.t.close())

/** Mails written since the last look, by template. */
async function mails() {
  await w.t.drain()
  const rows = await w.t.admin<{ template: string; subject: string; body: string; to_address: string }[]>`
    delete from public.mail_outbox returning template, subject, body, to_address`
  return rows.toSorted((a, b) => a.template.localeCompare(b.template))
}

describe('mail to the citizen', () => {
  it('goes out at receipt, supplement, extension, transfer and answer, once each', async () => {
    const { petitionId, handler, number } = await filedPetition(w)
    const [received] = await mails()
    expect(received).toMatchObject({
      template: 'customer.petition-received',
      subject: '[행정자치부] 요청을 접수했습니다',
      to_address: 'citizen-a@example.org',
    })
    expect(received?.body).toContain('2026-01-15까지')
    expect(received?.body).toContain(number)
    expect(received?.body).toContain(`/mogaha/requests/${petitionId}`)
    expect(await mails()).toEqual([])

    await requestSupplement(w.officer(handler), { petitionId, request: '서류' })
    await submitSupplement(w.citizen('a'), { petitionId, reply: '여기' })
    await extendDeadline(w.officer(handler), { petitionId, reason: '협의' })
    await transferPetition(w.officer(handler), { petitionId, unitId: w.unitId('audit-team'), reason: '소관' })
    await answerPetition(w.officer('park'), { petitionId, body: '비밀 답변' })
    const sent = await mails()
    expect(sent.map((mail) => mail.template)).toEqual([
      'customer.petition-answered',
      'customer.petition-extended',
      'customer.petition-transferred',
      'customer.supplement-requested',
    ])
    // An answer is read behind the sign-in, never in a mail.
    expect(JSON.stringify(sent)).not.toContain('비밀 답변')
  })

  it('tells of the first unread line only, and of a hand-over', async () => {
    const { petitionId, handler } = await filedPetition(w)
    await mails()
    await sendMessage(w.officer(handler), { petitionId, body: '하나' })
    await sendMessage(w.officer(handler), { petitionId, body: '둘' })
    await sendMessage(w.citizen('a'), { petitionId, body: '네' })
    expect((await mails()).map((mail) => mail.template)).toEqual(['customer.petition-message'])
    await transferToAgency(w.officer(handler), { petitionId, agency: 'gangnam', reason: '소관' })
    const sent = await mails()
    expect(sent.map((mail) => [mail.template, mail.subject.split(']')[0]])).toEqual([
      ['customer.petition-handed-over', '[행정자치부'],
      ['customer.petition-received', '[서울특별시 강남구'],
    ])
  })

  it('is not sent for imported history, nor to somebody without an address', async () => {
    const request = { serviceKey: 'inquiry', title: '옛 민원', body: '내용' }
    await filePetition(w.system({ origin: 'import' }), {
      ...request,
      caller: { name: '옛 사람', email: 'old@example.org' },
    })
    await filePetition(w.officer('lee'), { ...request, channel: 'phone', caller: { name: '전화' } })
    expect(await mails()).toEqual([])
  })
})
