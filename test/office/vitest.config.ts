import { defineConfig } from 'vitest/config'

/** `npm run test:office`: tests that need LibreOffice on the system; not part of `npm test`. */
export default defineConfig({
  root: process.cwd(),
  test: {
    pool: 'forks',
    maxWorkers: 1,
    include: ['test/office/*.office.ts'],
    globalSetup: ['test/office/site.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
