import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * The rules whose answer depends on colours and sizes. They are slow, because the browser has to
 * compute styles.
 */
const ofStyle = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
]

/**
 * The axe rules for WCAG 2.2 A and AA and its good practices: all, those whose answer depends on
 * styles, or those about names, roles, languages and order, which change only when elements are
 * added or removed.
 */
const rulesOf = {
  every: { runOnly: { type: 'tag', values: tags } },
  style: { runOnly: { type: 'rule', values: ofStyle } },
  meaning: {
    runOnly: { type: 'tag', values: tags },
    rules: Object.fromEntries(ofStyle.map((rule) => [rule, { enabled: false }])),
  },
} as const

/**
 * The violations that axe finds on the page in its present state, one line each with the first
 * place.
 */
export async function violations(
  page: Page,
  rules: keyof typeof rulesOf = 'every',
): Promise<string[]> {
  // Evaluated instead of added as a tag, because the policy of the page forbids inline scripts.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const results = await page.evaluate(
    (options) => (globalThis as unknown as { axe: Axe }).axe.run(document, options),
    { resultTypes: ['violations', 'incomplete'], ...rulesOf[rules] },
  )
  // axe does not judge text in the colour of its background.
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
