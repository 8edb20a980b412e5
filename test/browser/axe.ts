import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The rules whose answer depends on colours and sizes; what they need of the browser takes long. */
const ofStyle = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
]

/**
 * The rules of axe for WCAG 2.2 A and AA and its good practice: all, those whose answer depends on
 * styles, or those that read names, roles, languages and the order of things, which stay the same
 * while no element comes or goes.
 */
const rulesOf = {
  every: { runOnly: { type: 'tag', values: tags } },
  style: { runOnly: { type: 'rule', values: ofStyle } },
  meaning: {
    runOnly: { type: 'tag', values: tags },
    rules: Object.fromEntries(ofStyle.map((rule) => [rule, { enabled: false }])),
  },
} as const

/** What axe finds on a page as it is now, one line a violation with the place of its first case. */
export async function violations(
  page: Page,
  rules: keyof typeof rulesOf = 'every',
): Promise<string[]> {
  // Evaluated, not added as a tag: the page's own policy forbids inline scripts.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const results = await page.evaluate(
    (options) => (globalThis as unknown as { axe: Axe }).axe.run(document, options),
    { resultTypes: ['violations', 'incomplete'], ...rulesOf[rules] },
  )
  // axe leaves text in the very colour of its background to people.
  const invisible = results.incomplete.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ any }) => any.some(({ data }) => data?.messageKey === 'equalRatio'))
      .map(({ target }) => ({
        id,
        help: 'Text has the colour of its background',
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
