// The console's only door to what it shares with the portal: the api's client, the session, words for errors.

export { useErrorText } from '../../../web/src/lib/errors.ts'
export { downloadExcel } from '../../../web/src/lib/excel.ts'
export { QueryPanel } from '../../../web/src/lib/query-panel.tsx'
export { SessionProvider, useSession, useSessionQuery } from '../../../web/src/lib/session.tsx'
export { type ApiOutputs, ApiProvider, useTRPC } from '../../../web/src/lib/trpc.tsx'
