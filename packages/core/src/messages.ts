import { brmMessages } from './brm/messages.ts'
import { customerMessages } from './customer/messages.ts'
import { identityMessages } from './identity/messages.ts'
import { kernelMessages } from './kernel/messages.ts'
import { modelMessages } from './model/messages.ts'
import { performanceMessages } from './performance/messages.ts'
import { backupMessages } from './platform/backup/messages.ts'
import { calendarMessages } from './platform/calendar/messages.ts'
import { fileMessages } from './platform/files/messages.ts'
import { jobMessages } from './platform/jobs/messages.ts'
import { liveMessages } from './platform/live/messages.ts'
import { mailMessages } from './platform/mail/messages.ts'
import { tenancyMessages } from './tenancy/messages.ts'
import { workMessages } from './work/messages.ts'

/** The words of every error code in both languages; placeholders in braces come from the error's `params`. */
export const messages = {
  ...kernelMessages,
  ...backupMessages,
  ...calendarMessages,
  ...fileMessages,
  ...jobMessages,
  ...liveMessages,
  ...mailMessages,
  ...tenancyMessages,
  ...identityMessages,
  ...brmMessages,
  ...modelMessages,
  ...workMessages,
  ...customerMessages,
  ...performanceMessages,
} as const
