import { ForbiddenError } from '../kernel/index.ts'

/** Turns a policy's answer into a refusal. @throws ForbiddenError when not allowed */
export function authorise(allowed: boolean, code = 'policy.refused'): void {
  if (!allowed) throw new ForbiddenError(code)
}
