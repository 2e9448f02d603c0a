import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestDatabase, type TestDatabaseOptions, type TestSlug, testDatabase } from '../../../testing/index.ts'
import { runModel } from '../../../testing/release.ts'
import { createOrganisation } from '../../identity/index.ts'
import { type Actor, type Ctx, fixedClock, type Id, type Role } from '../../kernel/index.ts'
import { storeFile } from '../../platform/index.ts'
import { richTextOf } from '../rich-text.ts'
import { createDocument } from './commands/create-document.ts'
import { processDocument } from './commands/process-document.ts'
import { saveDocument } from './commands/save-document.ts'
import { submitDocument } from './commands/submit-document.ts'
import { getDocument } from './queries/get-document.ts'
import type { ProcessDocumentInput, SaveDocumentInput } from './types.ts'

/** Tests act on Monday, 22 August 2005, from 10:00 in Seoul, as the seed's people did. */
export const MORNING = '2005-08-22T01:00:00Z'

interface Post {
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly isHead?: boolean
  readonly roles?: readonly Role[]
}

const PEOPLE: readonly Post[] = [
  { code: 'minister', name: '한장관', unit: 'agency', isHead: true, roles: ['minister'] },
  { code: 'vice', name: '정차관', unit: 'agency', roles: ['vice-minister'] },
  { code: 'choi', name: '최본부', unit: 'bureau', isHead: true },
  { code: 'kim', name: '김팀장', unit: 'team', isHead: true },
  { code: 'lee', name: '이주무', unit: 'team' },
  { code: 'jung', name: '정주무', unit: 'team' },
  { code: 'sung', name: '성팀장', unit: 'sister', isHead: true },
  { code: 'son', name: '손주무', unit: 'sister' },
  { code: 'yoon', name: '윤감사', unit: 'other', isHead: true },
  { code: 'park', name: '박감사', unit: 'other' },
  { code: 'admin', name: '관리자', unit: 'other', roles: ['tenant-admin'] },
]

/** Two agencies of the same people: a bureau with two teams, and a team beside it. */
export interface DocumentWorld {
  readonly t: TestDatabase
  /** A ctx of an officer, by personnel code, at an instant. */
  as(code: string, options?: { slug?: TestSlug; at?: string }): Ctx
  system(options?: { slug?: TestSlug; at?: string }): Ctx
  unitId(code: string, slug?: TestSlug): Id
  personId(code: string, slug?: TestSlug): Id
}

const both = (ko: string) => ({ ko, en: ko })

/** Opens the world in a database of its own; both agencies run the standard model. */
export async function documentWorld(options: TestDatabaseOptions = {}): Promise<DocumentWorld> {
  process.env.FILES_DIR ??= await mkdtemp(join(tmpdir(), 'harmony-files-'))
  const t = await testDatabase(options)
  const ids = {} as Record<TestSlug, { units: ReadonlyMap<string, Id>; people: ReadonlyMap<string, Id> }>
  for (const slug of ['mogaha', 'gangnam'] as const) {
    await runModel(t, slug)
    ids[slug] = await createOrganisation(t.ctx(slug), {
      validFrom: '2005-01-01T00:00:00+09:00',
      units: [
        { code: 'agency', kind: 'agency', name: both('기관') },
        { code: 'bureau', kind: 'bureau', name: both('혁신기획관'), parent: 'agency' },
        { code: 'team', kind: 'team', name: both('부내혁신전략팀'), parent: 'bureau' },
        { code: 'sister', kind: 'team', name: both('성과관리팀'), parent: 'bureau' },
        { code: 'other', kind: 'team', name: both('감사팀'), parent: 'agency' },
      ],
      people: PEOPLE.map(({ code, name, unit, isHead = false, roles }) => ({
        code,
        name,
        posts: [{ unit, title: both(isHead ? '장' : '주무관'), isHead }],
        ...(roles === undefined ? {} : { roles: roles.map((role) => ({ role })) }),
      })),
    })
  }
  const unitId = (code: string, slug: TestSlug = 'mogaha') => ids[slug].units.get(code) ?? ''
  const personId = (code: string, slug: TestSlug = 'mogaha') => ids[slug].people.get(code) ?? ''
  return {
    t,
    unitId,
    personId,
    system: ({ slug = 'mogaha', at = MORNING } = {}) =>
      t.ctx(slug, { kind: 'system', name: 'test' }, { clock: fixedClock(at) }),
    as(code, { slug = 'mogaha', at = MORNING } = {}) {
      const person = PEOPLE.find((one) => one.code === code)
      if (person === undefined) throw new Error(`nobody is called ${code}`)
      const unit = unitId(person.unit, slug)
      const id = personId(code, slug)
      const actor: Actor = {
        kind: 'officer',
        accountId: id,
        personId: id,
        roles: person.roles ?? [],
        unitIds: [unit],
        headOf: person.isHead === true ? [unit] : [],
      }
      return t.ctx(slug, actor, { clock: fixedClock(at) })
    },
  }
}

/** What makes a draft of a kind whole. */
export function wholeDraft(kindKey: string): Omit<SaveDocumentInput, 'documentId' | 'version'> {
  const dispatched = kindKey === 'report-plan' || kindKey === 'outgoing'
  const fields: Record<string, Record<string, string>> = {
    'report-plan': { background: '팀제의 조기 정착' },
    report: { 'report-type': 'issue' },
  }
  return {
    title: '팀제 매뉴얼 제작·보급 계획',
    fields: fields[kindKey] ?? {},
    body: richTextOf('팀제의 목적과 성공적인 운영방법에 대한 지침을 마련한다.\n민간의 운영사례를 담는다.'),
    ...(kindKey === 'outgoing' || kindKey === 'bill' ? {} : { attributes: partial(kindKey) }),
    ...(dispatched ? { dispatch: dispatchTo([]) } : {}),
  }
}

function partial(kindKey: string): SaveDocumentInput['attributes'] {
  return {
    accessScope: kindKey === 'internal' ? 'unit' : 'bureau',
    knowledgeCategory: 'general-administration',
    retention: '5',
    disclosure: 'closed',
    disclosureGrounds: ['5'],
  }
}

/** 시행정보 to these receivers. */
export function dispatchTo(receivers: NonNullable<SaveDocumentInput['dispatch']>['receivers']) {
  return {
    title: '팀제 매뉴얼 제작 보급 계획',
    body: richTextOf('붙임과 같이 매뉴얼을 제작·보급하오니 활용하시기 바랍니다.'),
    receivers,
    fileIds: [],
    showApprovers: true,
  }
}

/** A whole draft of 이주무, of a kind. */
export async function drafted(
  w: DocumentWorld,
  kindKey = 'internal',
  changes: Partial<SaveDocumentInput> = {},
  options: { by?: string; slug?: TestSlug; at?: string } = {},
): Promise<{ documentId: Id; version: number }> {
  const ctx = w.as(options.by ?? 'lee', options)
  const { documentId, version } = await createDocument(ctx, { kindKey })
  return saveDocument(ctx, { documentId, version, ...wholeDraft(kindKey), ...changes })
}

/** The same, on its route. */
export async function submitted(
  w: DocumentWorld,
  kindKey = 'internal',
  changes: Partial<SaveDocumentInput> = {},
  options: { by?: string; slug?: TestSlug; at?: string } = {},
) {
  const { documentId, version } = await drafted(w, kindKey, changes, options)
  return submitDocument(w.as(options.by ?? 'lee', options), { documentId, version })
}

/** Somebody processes a document as it stands now: 보고, unless the input says otherwise. */
export async function processed(
  ctx: Ctx,
  documentId: Id,
  input: Partial<ProcessDocumentInput> = {},
): Promise<Awaited<ReturnType<typeof processDocument>>> {
  const { routeVersion } = await getDocument(ctx, { documentId })
  return processDocument(ctx, { documentId, routeVersion, actionType: 'report', ...input })
}

/** An approved document of 이주무's team. */
export async function approved(w: DocumentWorld, changes: Partial<SaveDocumentInput> = {}) {
  const { documentId } = await submitted(w, 'internal', changes)
  return processed(w.as('kim'), documentId)
}

/** Uploads a text file as the ctx's actor; its id. */
export async function uploaded(ctx: Ctx, name: string, text: string): Promise<Id> {
  async function* bytes() {
    yield new TextEncoder().encode(text)
  }
  return (await storeFile(ctx, { name, bytes: bytes() })).id
}
