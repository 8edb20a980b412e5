import { expect, inject, test } from 'vitest'
import { measuredPages } from '#view/measured-pages.ts'
import { routes as registry } from '#view/routes.ts'
import { weights } from '../support/budget.ts'
import { routes } from '../support/page-kinds.ts'
import { readSite } from '../support/site.ts'

/** Kilobytes of the median page of each kind: on the demo, or else on a site that has the kind. */
function measured(): Map<string, number> {
  const known = new Map<string, number>()
  const kinds = routes()
  for (const name of ['real', 'official', 'demo'] as const) {
    const all = weights(readSite(inject('sites')[name]))
    const byKind = Map.groupBy(all, ({ path }) => kinds.find(({ pattern }) => pattern.test(path)))
    for (const kind of kinds) {
      const sizes = (byKind.get(kind) ?? [])
        .map(({ html, css, scripts }) => html + css + scripts)
        .sort((a, b) => a - b)
      const median = sizes[Math.floor(sizes.length / 2)]
      if (median !== undefined) known.set(kind.file, Math.round(median / 1000))
    }
  }
  return known
}

test('the weights that a site states of its pages are those of its pages, to a kilobyte', () => {
  const found = measured()
  // Where this fails, write the numbers found into src/view/measured-pages.ts.
  const wrong = measuredPages.filter(
    ({ file, kilobytes }) => Math.abs((found.get(file) ?? 0) - kilobytes) > 1,
  )
  expect(wrong.map(({ file, kilobytes }) => [file, kilobytes, found.get(file)])).toEqual([])
})

test('every kind of page that readers are led to is measured, if one of these sites has it', () => {
  const found = measured()
  const listed = Object.values(registry).filter(
    (route) => !('isUnlisted' in route) && !route.file.includes('former') && found.has(route.file),
  )
  expect(new Set(measuredPages.map(({ file }) => file))).toEqual(
    new Set(listed.map(({ file }) => file)),
  )
})
