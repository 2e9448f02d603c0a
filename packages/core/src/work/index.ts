export { type WorkFragment, workFragment } from './fragment.ts'
export { workMessages } from './messages.ts'
