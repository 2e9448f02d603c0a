import { z } from 'zod'
import { sha256 } from '../kernel/index.ts'
import {
  type AuthoredFragments,
  compileBpmn,
  type Fragment,
  type Problem,
  referenceProblem,
  under,
} from '../model/index.ts'
import { localizedText, modelKey } from '../tenancy/index.ts'
import {
  type CustomerFragment,
  SATISFACTION_ITEMS,
  type ServiceProcess,
  satisfactionSurvey,
  service,
  serviceArea,
} from './fragment.ts'

const named = z.strictObject({ name: localizedText })
const { scale, windowDays, reopenDays } = satisfactionSurvey.shape

/** How an author writes the customer part: collections by key, processes as BPMN 2.0 XML. */
export const authoredCustomer = z.strictObject({
  areas: z.record(modelKey, serviceArea.omit({ key: true })),
  services: z.record(modelKey, service.omit({ key: true })),
  processes: z.record(modelKey, z.strictObject({ name: localizedText, bpmn: z.string().min(1) })),
  satisfaction: z.strictObject({
    items: z.strictObject({ promptness: named, kindness: named, attitude: named, overall: named }),
    scale,
    windowDays,
    reopenDays,
  }),
})

export type AuthoredCustomer = z.infer<typeof authoredCustomer>

declare module '../model/layers/layer.ts' {
  interface AuthoredFragments {
    readonly customer: AuthoredCustomer
  }
}

/** The customer module's part of the model, for `synthesise`. */
export const customerPart: Fragment<AuthoredFragments['customer']> = {
  key: 'customer',
  authored: authoredCustomer,
  compile: async (authored) => {
    const processes = await Promise.all(Object.entries(authored.processes).map(toProcess))
    const problems = [
      ...Object.entries(authored.services).flatMap(([key, one]) =>
        under(`services.${key}`, serviceProblems(one, authored)),
      ),
      ...processes.flatMap((one) => one.problems),
    ]
    const compiled = processes.flatMap((one) => (one.process ? [one.process] : []))
    return { value: release(authored, compiled), problems }
  },
}

function release({ areas, services, satisfaction }: AuthoredCustomer, processes: ServiceProcess[]): CustomerFragment {
  const listed = <T extends object>(entries: Record<string, T>) =>
    Object.entries(entries).map(([key, value]) => ({ key, ...value }))
  const items = SATISFACTION_ITEMS.map((key) => ({ key, name: satisfaction.items[key].name }))
  return { areas: listed(areas), services: listed(services), processes, satisfaction: { ...satisfaction, items } }
}

async function toProcess([key, { name, bpmn }]: [string, AuthoredCustomer['processes'][string]]): Promise<{
  process?: ServiceProcess
  problems: Problem[]
}> {
  const { process: compiled, problems } = await compileBpmn(bpmn)
  if (!compiled) return { problems: under(`processes.${key}.bpmn`, problems) }
  return { process: { key, name, version: sha256(bpmn).slice(0, 12), compiled, bpmn }, problems: [] }
}

function serviceProblems(one: AuthoredCustomer['services'][string], { areas, processes }: AuthoredCustomer): Problem[] {
  return [
    ...referenceProblem('area', one.area, Object.keys(areas)),
    ...referenceProblem('process', one.process, Object.keys(processes)),
    ...(one.form ? formProblems(one.form) : []),
  ]
}

function formProblems(form: NonNullable<AuthoredCustomer['services'][string]['form']>): Problem[] {
  try {
    z.fromJSONSchema(form as z.core.JSONSchema.BaseSchema)
    return []
  } catch (error) {
    return [
      { path: 'form', code: 'model.form', params: { found: error instanceof Error ? error.message : String(error) } },
    ]
  }
}

/** The unit codes that services and processes name and an organisation does not have: such work would go nowhere. */
export function unknownUnits(customer: CustomerFragment, codes: readonly string[]): Problem[] {
  const there = (path: string, found: string): Problem[] =>
    codes.includes(found) ? [] : [{ path, code: 'model.unknown-unit', params: { found, allowed: codes.join(', ') } }]
  return [
    ...customer.services.flatMap((one) => there(`customer.services.${one.key}.duty.unitCode`, one.duty.unitCode)),
    ...customer.processes.flatMap((one) =>
      Object.entries(one.compiled.nodes).flatMap(([id, node]) => {
        const code = node.kind === 'user' ? /^unit:(?!duty$)(.+)$/.exec(node.performer)?.[1] : undefined
        return code === undefined ? [] : there(`customer.processes.${one.key}.bpmn.${id}`, code)
      }),
    ),
  ]
}
