import { stopSharedTestServer } from './shared-test-server.ts'

await stopSharedTestServer()
