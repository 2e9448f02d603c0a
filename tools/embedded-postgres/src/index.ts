export { removeCluster } from './home.ts'
export { ClusterInUseError } from './launcher-lock.ts'
export { type SharedTestServer, sharedTestServer, stopSharedTestServer } from './shared-test-server.ts'
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start.ts'
