import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One more than the cores of a small machine: many tests wait for processes they started.
    maxWorkers: 3,
    // The browser tests in e2e/ run by themselves: they need a browser and built pages.
    projects: [
      'packages/core',
      'packages/ui',
      'packages/plugins/*/vitest.config.ts',
      'apps/*',
      'tenants',
      'bench',
      'tools/checks',
      'tools/embedded-postgres',
      'tools/gates',
    ],
  },
})
