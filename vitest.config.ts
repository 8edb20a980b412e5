import { defineConfig } from 'vitest/config'
import { measured, slowdown } from './test/coverage/measured.ts'
import { patience } from './test/support/patience.ts'

/**
 * Against a test that hangs, no measure of speed: ten times what the slowest needs on an idle machine
 * of two cores.
 */
const limit = 600_000 * slowdown

export default defineConfig({
  test: {
    // Processes, not threads: native modules, and settings read from the environment.
    pool: 'forks',
    // An office may put its own data and bulletins in place: the tests read a copy of the sample.
    env: {
      DATA_DIR: 'test/cases/seed/data',
      CONTENT_DIR: 'test/cases/seed/content',
      // No command that a test starts reaches another machine.
      NODE_OPTIONS: `--import ${new URL('test/support/offline.js', import.meta.url).href}`,
      ...measured,
    },
    maxWorkers: 2,
    testTimeout: limit,
    hookTimeout: limit,
    expect: { poll: { timeout: patience } },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // Markup and what composes it are judged by the built site.
      exclude: ['src/components/**', 'src/pages/**', 'src/**/*.astro'],
      reporter: ['json'],
      reportOnFailure: true,
      reportsDirectory: 'node_modules/.cache/coverage',
    },
    reporters: ['default', './test/support/reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/built/**', 'test/browser/**'],
          setupFiles: ['test/support/property-seed.ts'],
          // It imports JSON in a way that only bundlers understand.
          server: { deps: { inline: ['@actions/workflow-parser'] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'built',
          include: ['test/built/**/*.test.ts', 'test/browser/**/*.test.ts'],
          // Sites that several files read are built here, once.
          globalSetup: ['test/support/build-sites.ts'],
        },
      },
    ],
  },
})
