export { taskMessages } from './messages.ts'
