import { expect, test } from 'vitest'
import type { ChartDescription } from '#view/charts/description.ts'
import { picture } from '#export/pictures/picture.ts'
import { issuesByArea, mediaRates, samples } from '../../view/charts/samples.ts'

/** The data of a page from which the picture of a chart is drawn. */
const pictureFile = (chart: ChartDescription) => {
  const { patterns, body } = picture(chart)
  return patterns + body
}

const idsIn = (svg: string) => Array.from(svg.matchAll(/ id="([^"]*)"/g), ([, id]) => id)

/** The markers of the points of a picture, series after series. */
const pointsIn = (svg: string) => svg.match(/<circle|<path fill="#ffffff"/g) ?? []

test('the same chart gives the same picture, byte for byte', () => {
  expect(samples.map(pictureFile)).toEqual(samples.map(pictureFile))
})

test('the picture of a chart does not depend on the charts drawn before it', () => {
  const alone = pictureFile(issuesByArea)
  pictureFile(mediaRates)
  expect(pictureFile(issuesByArea)).toBe(alone)
})

test('the picture holds no text, no inline style and no image', () => {
  expect(samples.map(pictureFile).join('')).not.toMatch(
    /<text|<style|style=|<image|font|[^\0-\x7f]/,
  )
})

test('the picture for a page has no XML prolog and no svg element', () => {
  expect(samples.map((chart) => picture(chart).body).join('')).not.toMatch(/<\?xml|<svg|xmlns/)
})

test('two charts on one page share no ids', () => {
  const other = { ...issuesByArea, id: 'issues-by-unit' }
  const ids = [...idsIn(pictureFile(issuesByArea)), ...idsIn(pictureFile(other))]
  expect(ids.length).toBeGreaterThan(0)
  expect(new Set(ids).size).toBe(ids.length)
})

test('every pattern that the picture uses is defined in it', () => {
  for (const chart of samples) {
    const svg = pictureFile(chart)
    const used = Array.from(svg.matchAll(/url\(#([^)]*)\)/g), ([, id]) => id)
    expect(idsIn(svg)).toEqual(expect.arrayContaining(used))
  }
})

test('a missing value leaves a gap in the line and no point', () => {
  const { body } = picture(mediaRates)
  expect(pointsIn(body)).toHaveLength(7)
  // The bands are 120 wide: the second series has points at 60, 300 and 420, none at 180.
  const dashed = Array.from(body.matchAll(/stroke-dasharray[^>]* d="([^"]*)"/g), ([, d]) => d)
  expect(dashed.join(' ')).not.toMatch(/[ML]180 /)
  expect(dashed.join(' ')).toMatch(/M300 .*L420 /)
})

test('a zero draws no bar, and neither does a missing value', () => {
  const chart = {
    ...issuesByArea,
    series: [
      { name: '问题', tone: 'main' as const, values: [2, 0, null], display: ['2', '0', '未公布'] },
    ],
  }
  expect(picture(chart).body.match(/<path/g)).toHaveLength(1)
})

test('the signal red appears only where a series is an alert', () => {
  expect(pictureFile(issuesByArea)).toContain('#b3261e')
  expect(pictureFile(mediaRates)).not.toContain('#b3261e')
})

test('series differ in more than colour', () => {
  expect(picture(issuesByArea).patterns).toContain('issues-by-area-fill-1')
  expect(picture(mediaRates).body).toContain('stroke-dasharray')
})

test('the picture of twelve quarters stays under one kilobyte on the wire', async () => {
  const { gzipSync } = await import('node:zlib')
  const twelve = {
    ...mediaRates,
    categories: Array.from({ length: 12 }, (_, i) => `第${String(i + 1)}期`),
    series: mediaRates.series.map((series) => ({
      ...series,
      values: Array.from({ length: 12 }, (_, i) => 97 + (i % 4) * 0.7),
      display: Array.from({ length: 12 }, () => ''),
    })),
  }
  expect(gzipSync(picture(twelve).body).length).toBeLessThan(1024)
})

test('an id that is not fit for an address is refused', () => {
  expect(() => picture({ ...mediaRates, id: '"><script>' })).toThrow(RangeError)
})

test.each([
  ['line', mediaRates, 98, /^M0 [\d.]+L480 /],
  ['bars', issuesByArea, 2, /^M300 0L300 144$/],
] as const)('a target is drawn across the whole of a chart of %s', (kind, chart, value, across) => {
  const target = /stroke-dasharray="2 3"[^>]* d="([^"]*)"/
  const { body } = picture({ ...chart, targets: [{ value, label: '目标' }] })
  expect(target.exec(body)?.[1], kind).toMatch(across)
  expect(picture(chart).body).not.toMatch(target)
})
