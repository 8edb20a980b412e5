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
  // axe leaves text in the very colour of its ground for people to look at.
  const invisible = results.incomplete.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ any }) => any.some(({ data }) => data?.messageKey === 'equalRatio'))
      .map(({ target }) => ({
        id,
        help: 'Text has the colour of its ground',
        nodes: [{ target }],
      })),
  )
  return [...results.violations, ...invisible].map(
    ({ id, help, nodes }) => `${id}: ${help} (${String(nodes[0]?.target ?? '')})`,
  )
}

interface Finding {
  id: string
  help: string
  nodes: { target: unknown; any: { data?: { messageKey?: string } | null }[] }[]
}

interface Axe {
  run: (
    root: unknown,
    options: unknown,
  ) => Promise<{ violations: Finding[]; incomplete: Finding[] }>
}
