import { createHash } from 'node:crypto'
import type { SealedRecord } from '@harmony/core/platform'

const GENESIS = '0'.repeat(64)

/** The record with one byte of one of its stored texts changed. */
export function edited(record: SealedRecord, leaf: number, byte: number, by: number): SealedRecord {
  const copy = structuredClone(record) as unknown as Record<string, unknown>
  const places = placesOf(copy)
  const { owner, name } = places[leaf % places.length] ?? { owner: copy, name: 'action' }
  const value = owner[name]
  if (typeof value === 'number') {
    owner[name] = value + by
  } else {
    const bytes = Buffer.from(String(value))
    const place = byte % bytes.length
    bytes[place] = ((bytes[place] ?? 0) + by) & 255
    // Bytes that are no text any more are kept apart as latin1: two edits never look alike.
    owner[name] = bytes.toString('latin1')
  }
  return copy as unknown as SealedRecord
}

/** The chain with records removed, put in, exchanged, doubled, cut off, or forged and chained anew from there on. */
export function rearranged(chain: readonly SealedRecord[], what: string, a: number, b: number): SealedRecord[] {
  const records = [...chain]
  const i = a % records.length
  const j = (i + 1 + (b % (records.length - 1))) % records.length
  const [one, other] = [records[i], records[j]]
  if (one === undefined || other === undefined) return records
  if (what === 'remove') records.splice(i, 1)
  if (what === 'insert') records.splice(i, 0, { ...one, auditId: other.auditId })
  if (what === 'double') records.splice(i, 0, one)
  if (what === 'cut') records.length = i
  if (what === 'exchange') [records[i], records[j]] = [other, one]
  if (what === 'rechain') return rechained(records, i)
  return records
}

/** What an attacker with the whole database would do: change one record and compute every hash after it again. */
function rechained(records: SealedRecord[], from: number): SealedRecord[] {
  let previous = records[from - 1]?.hash ?? GENESIS
  return records.map((record, i) => {
    if (i < from) return record
    const action = i === from ? 'document.nothing' : record.action
    const { sequence, tenantId, auditId, actorKind, actorId, actorName, subjectType, subjectId } = record
    const { requestId, occurredAt, recordedAt, commitment } = record
    const parts = [previous, sequence, tenantId, auditId, action, actorKind, actorId, actorName, subjectType, subjectId]
    previous = createHash('sha256')
      .update(JSON.stringify([...parts, requestId, occurredAt, recordedAt, commitment]))
      .digest('hex')
    return { ...record, action, hash: previous }
  })
}

function placesOf(record: Record<string, unknown>): { owner: Record<string, unknown>; name: string }[] {
  return Object.entries(record).flatMap(([name, value]) => {
    if (value === null || value === '') return []
    if (typeof value === 'object') return placesOf(value as Record<string, unknown>)
    return [{ owner: record, name }]
  })
}
