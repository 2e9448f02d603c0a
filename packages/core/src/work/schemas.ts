export * from './dispatch/schemas.ts'
export * from './document/schemas.ts'
export * from './record/schemas.ts'
export * from './task/schemas.ts'
