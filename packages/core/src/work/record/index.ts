export { recordMessages } from './messages.ts'
