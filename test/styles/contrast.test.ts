import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const tokens = readFileSync('src/styles/tokens.css', 'utf8')
const dark = readFileSync('src/styles/dark.css', 'utf8')

/** The colours that the first rule of a selector sets, by name without `--color-`. */
function colours(css: string, selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`)
  if (start < 0) throw new Error(`no rule for ${selector}`)
  const rule = css.slice(start, css.indexOf('}', start))
  return new Map(
    [...rule.matchAll(/--color-([\w-]+): (#[\da-f]+);/g)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  )
}

/** The relative luminance of WCAG 2. */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? hex.replace(/[\da-f]/g, '$&$&') : hex
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(digits.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, shade = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (shade + 0.05)
}

const standard = colours(tokens, ':root')
const modes = {
  standard,
  dark: new Map([...standard, ...colours(dark, ':root:not([data-contrast])')]),
  'high contrast': new Map([...standard, ...colours(tokens, "[data-contrast='high']")]),
}

/** Foreground, backgrounds and least contrast. */
const pairs: readonly [string, readonly string[], number][] = [
  ['text', ['page', 'surface', 'main-tint', 'alert-tint'], 7],
  ['muted', ['page', 'surface'], 7],
  ['main', ['page', 'surface', 'main-tint'], 4.5],
  ['main-strong', ['page', 'main-tint'], 4.5],
  ['alert', ['page', 'alert-tint'], 4.5],
  ['on-main', ['main'], 4.5],
  ['on-header', ['header'], 4.5],
  // Edges and bars are no text.
  ['edge', ['page', 'surface'], 3],
]

test.each(Object.entries(modes))('the %s colours can be read', (_, colour) => {
  const of = (name: string): string => {
    const hex = colour.get(name)
    if (hex === undefined) throw new Error(`no colour ${name}`)
    return hex
  }
  const faint = pairs.flatMap(([front, backs, least]) =>
    backs
      .filter((back) => contrast(of(front), of(back)) < least)
      .map((back) => `${front} on ${back}: ${contrast(of(front), of(back)).toFixed(2)}`),
  )
  expect(faint).toEqual([])
})

test('dark and high contrast set every colour that the standard sets', () => {
  const missing = (mode: Map<string, string>, but: readonly string[]) =>
    [...standard.keys()].filter((name) => !mode.has(name) && !but.includes(name))
  expect(missing(colours(dark, ':root:not([data-contrast])'), ['on-header'])).toEqual([])
  expect(missing(colours(tokens, "[data-contrast='high']"), [])).toEqual([])
})
