import { type Reporter, type TestModule, type Vitest } from 'vitest/node'

interface Counts {
  passed: number
  failed: number
  skipped: number
}

/**
 * Prints `tests: N passed, N failed` (and `, N skipped`) as the last line of a run. A file that
 * does not load, a hook that fails and an error outside every test count as one failed each, so
 * that a failing run never prints `0 failed`.
 */
export default class ClosingLine implements Reporter {
  #counts: Counts = { passed: 0, failed: 0, skipped: 0 }

  onInit(vitest: Vitest): void {
    if (vitest.config.watch) return
    // The summary, and warnings about open handles, come after onTestRunEnd.
    process.once('exit', (code) => {
      // A run that did not start has no modules and no errors.
      if (code !== 0) this.#counts.failed ||= 1
      process.stdout.write(`${closingLine(this.#counts)}\n`)
    })
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    this.#counts = count(modules, unhandledErrors.length)
  }
}

function count(modules: readonly TestModule[], unhandledErrors: number): Counts {
  const counts = { passed: 0, failed: unhandledErrors, skipped: 0 }
  for (const module of modules) {
    counts.failed += module.errors().length > 0 ? 1 : 0
    for (const suite of module.children.allSuites()) {
      counts.failed += suite.errors().length > 0 ? 1 : 0
    }
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      if (state === 'passed' || state === 'failed') counts[state] += 1
      else counts.skipped += 1
    }
  }
  return counts
}

function closingLine({ passed, failed, skipped }: Counts): string {
  const line = `tests: ${String(passed)} passed, ${String(failed)} failed`
  return skipped === 0 ? line : `${line}, ${String(skipped)} skipped`
}
