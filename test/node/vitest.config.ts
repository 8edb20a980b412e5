import { defineConfig } from 'vitest/config'

/**
 * `npm run test:node`: tests that need another version of Node, which they fetch; not part of `npm
 * test`.
 */
export default defineConfig({
  root: process.cwd(),
  test: {
    pool: 'forks',
    maxWorkers: 1,
    include: ['test/node/*.node.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
