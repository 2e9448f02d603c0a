import type { Subscriber } from '../platform/index.ts'
import { taskSubscribers } from './task/index.ts'

/** What the module hears of others. */
export const workSubscribers: readonly Subscriber[] = [...taskSubscribers]
