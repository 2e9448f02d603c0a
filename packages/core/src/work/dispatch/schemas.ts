export * from './reception-schemas.ts'
export {
  DISPATCH_ABILITIES,
  DISPATCH_LIMITS,
  DISPATCH_STATES,
  RECEIVER_STATES,
  RECEPTION_ABILITIES,
  RECEPTION_STATES,
} from './schema-parts.ts'
export * from './sending-schemas.ts'
