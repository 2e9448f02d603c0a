import { type Id, isId } from '../../kernel/index.ts'

/** `inbox` is a person's, `queue` and `reception` a unit's; the others name their record. */
type IdentifiedTopic = 'petition' | 'messages' | 'queue' | 'requests' | 'document' | 'task' | 'inbox' | 'reception'

/** What a browser may follow. Frames carry the topic only; the browser reads again under its own rights. */
export type LiveTopic =
  | { readonly kind: IdentifiedTopic; readonly id: Id }
  | { readonly kind: 'scores' | 'mailbox' | 'jobs'; readonly id: null }

const WITH_ID = new Set<string>([
  'petition',
  'messages',
  'queue',
  'requests',
  'document',
  'task',
  'inbox',
  'reception',
] satisfies IdentifiedTopic[])
const WITHOUT_ID = new Set(['scores', 'mailbox', 'jobs'])

/** Reads a topic as in `petition:<id>` or `scores`; undefined for anything else. */
export function parseTopic(text: string): LiveTopic | undefined {
  const [kind = '', id, ...rest] = text.split(':')
  if (rest.length > 0) return undefined
  if (id === undefined) return WITHOUT_ID.has(kind) ? ({ kind, id: null } as LiveTopic) : undefined
  return WITH_ID.has(kind) && isId(id) ? ({ kind, id } as LiveTopic) : undefined
}
