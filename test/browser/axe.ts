import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds against WCAG 2.2 A and AA, one line a violation with the place of its first case. */
export async function violations(page: Page): Promise<string[]> {
  // Evaluated, not added as a tag: the page's own policy forbids inline scripts.
  await page.evaluate(source)
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: Axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  )
  return results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${String(nodes[0]?.target ?? '')})`,
  )
}

interface Axe {
  run: (
    root: unknown,
    options: unknown,
  ) => Promise<{ violations: { id: string; help: string; nodes: { target: unknown }[] }[] }>
}
