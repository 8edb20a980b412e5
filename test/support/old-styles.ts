// @ts-expect-error The package brings no types.
import doiuse from 'doiuse'
import postcss, { type AcceptedPlugin, type ChildNode } from 'postcss'

interface Usage {
  feature: string
  usage: ChildNode
}

/** Features that Chrome 78 lacks or supports in part, and why a page works without them. */
const harmless: Readonly<Record<string, string>> = {
  'css-content-visibility': 'only opens a folded list in print; others print how many it holds',
  'css-display-contents':
    'lost to screen readers there, in a picture that is hidden from them anyway',
  'css-focus-visible': ':focus draws the same outline; an unknown selector drops only its own rule',
  'css-math-functions': 'the lint takes minmax() for max(); the others are looked for beside it',
  'css-overflow': 'only overflow: clip is missing, which no style uses',
  'css-page-break': 'break-inside and break-after: avoid are known; other values are not used',
  'css-sticky': 'cells stick there; thead and tr do not, which no style asks for',
  'css-text-indent': 'only each-line and hanging are missing, which no style uses',
  multicolumn: 'columns and column-gap are known; only break-* between columns differs',
  'text-decoration': 'thickness and offset of an underline are left out, the underline stays',
}

const lint = (found: string[]): AcceptedPlugin =>
  (doiuse as (options: object) => AcceptedPlugin)({
    browsers: ['chrome 78'],
    onFeatureUsage: ({ feature, usage }: Usage) => {
      const { input, start } = usage.source ?? {}
      if (!(feature in harmless))
        found.push(`${input?.file ?? ''}:${String(start?.line)} ${feature}`)
    },
  })

/**
 * The features of a style sheet that Chrome 78 lacks and that would break the page there, as
 * `file:line feature`.
 */
export function tooNewInCss(css: string, from: string): string[] {
  const found: string[] = []
  void postcss([lint(found)]).process(css, { from }).css
  // The linter confuses minmax() with these functions, so they are searched for here.
  const sums = css.match(/(?<![\w-])(?:min|max|clamp)\(/g) ?? []
  return [...found, ...sums.map((sum) => `${from} ${sum}`)]
}
