export * from './directive-schemas.ts'
export * from './edit-schemas.ts'
export * from './list-schemas.ts'
export * from './route-schemas.ts'
export {
  DIRECTIVE_ABILITIES,
  DIRECTIVE_KINDS,
  DIRECTIVE_STATES,
  DISCLOSURE_GROUNDS,
  DOCUMENT_ABILITIES,
  DOCUMENT_LIMITS,
  DOCUMENT_STATES,
  PROCESS_ACTIONS,
  STEP_REQUESTS,
  STEP_STATES,
} from './schema-parts.ts'
export * from './view-schemas.ts'
