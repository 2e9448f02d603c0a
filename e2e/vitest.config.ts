import { mergeConfig } from 'vitest/config'
import { sharedTests } from '../vitest.shared.ts'

export default mergeConfig(sharedTests, {
  test: {
    globalSetup: ['src/global-setup.ts'],
    // One product, one browser and two cores for all files.
    fileParallelism: false,
    // Two screens at a time: a page of Chromium uses one core.
    maxConcurrency: 2,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
})
