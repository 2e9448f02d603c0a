export { documentMessages } from './messages.ts'
