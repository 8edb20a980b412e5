import { defineConfig } from 'vitest/config'

/** `npm run test:nginx`: tests that need nginx on the system; not part of `npm test`. */
export default defineConfig({
  root: process.cwd(),
  test: {
    pool: 'forks',
    maxWorkers: 1,
    include: ['test/nginx/*.nginx.ts'],
    globalSetup: ['test/nginx/site.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
