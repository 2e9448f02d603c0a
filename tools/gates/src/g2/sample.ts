import type { Agency } from './agency.ts'

/** Makes one valid input out of an agency's own data: called for both agencies, so ids stand in the same places. */
type Sample = (agency: Agency) => unknown

/** How a procedure is probed. */
export interface Plan {
  readonly samples: readonly Sample[]
  /** About the session itself, so it works in any agency: abroad it need not end like a guest's call. */
  readonly holder?: true
  /** Ends the session it is called with: each call gets a session of its own. */
  readonly spends?: true
  /** A guest may do it and it changes something: each call gets a sample of its own. */
  readonly fresh?: true
}

export type Plans = Readonly<Record<string, Plan>>

/** A procedure without input. */
export const nothing: Plan = { samples: [() => undefined] }

/** A procedure with these inputs. */
export function inputs(...samples: readonly Sample[]): Plan {
  return { samples }
}
