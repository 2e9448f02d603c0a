import type { ApiOutputs } from '../../../lib/web.ts'

/** A release as the api gives it. */
export type Release = ApiOutputs['model']['release']
export type ServiceProcess = Release['customer']['processes'][number]
/** The part for documents and tasks; a release of an older product has none. */
export type Work = NonNullable<Release['work']>
export type DocumentKind = Work['documentKinds'][number]
export type Process = ServiceProcess['compiled']
export type ProcessNode = Process['nodes'][string]

/** The flows that leave a node; an end has none. */
export function flowsOf(node: ProcessNode): readonly { readonly id: string; readonly to: string }[] {
  return node.kind === 'end' ? [] : node.outgoing
}
