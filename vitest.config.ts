import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // By default one of two cores would idle; many tests wait for processes they started.
    maxWorkers: 2,
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
