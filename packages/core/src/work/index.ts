export { type WorkFragment, workFragment } from './fragment.ts'
export { workMessages } from './messages.ts'
export { currentWork, type WorkRelease, workByHash } from './release.ts'
export { unknownRouteUnits, workPart } from './synthesis.ts'
