import { defineConfig } from 'vitest/config'

/** What the tests of all packages have in common; the vitest.config.ts of a package passes it on. */
export const sharedTests = defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    pool: 'forks',
    // Files of a worker share loaded modules: loading them anew took a third of all the time.
    isolate: false,
    // On two loaded cores the first test of a file also waits for its database.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    passWithNoTests: true,
  },
})
