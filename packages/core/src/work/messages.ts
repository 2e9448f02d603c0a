import { dispatchMessages } from './dispatch/messages.ts'
import { documentMessages } from './document/messages.ts'
import { recordMessages } from './record/messages.ts'
import { workReleaseMessages } from './release-messages.ts'
import { taskMessages } from './task/messages.ts'

/** The words of the module's error codes. */
export const workMessages = {
  ...workReleaseMessages,
  ...documentMessages,
  ...dispatchMessages,
  ...taskMessages,
  ...recordMessages,
} as const
