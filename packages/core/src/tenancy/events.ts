import { z } from 'zod'
import { defineEvent } from '../platform/index.ts'

/** The agency decided to run another release from a moment on. */
export const releaseActivated = defineEvent(
  'tenancy.release-activated',
  z.object({ hash: z.string(), activeFrom: z.iso.datetime({ offset: true }) }),
)
