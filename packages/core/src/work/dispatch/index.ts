export { dispatchMessages } from './messages.ts'
