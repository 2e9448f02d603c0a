import { z } from 'zod'
import { defineEvent } from '../platform/index.ts'

const id = z.uuid()

/** A new version of the functions holds; codes and ids of what stayed are the same. */
export const functionVersionApplied = defineEvent('brm.version-applied', z.object({ versionId: id, sequence: z.int() }))

/** 속성정보 or 유관정보 of a unit task changed. */
export const unitTaskChanged = defineEvent('brm.unit-task-changed', z.object({ unitTaskId: id, version: z.int() }))
