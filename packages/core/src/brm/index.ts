export { brmMessages } from './messages.ts'
