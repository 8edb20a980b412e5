import { expect, test } from 'vitest'
import { ensureLinked } from '#build/output/linked-files.ts'
import { withRelativeLinks } from '#build/relative-links.ts'

/** What a build says of a site of two pages, of which the first is given. */
function saidOf(html: string): string | null {
  const targets = new Set<string>()
  withRelativeLinks(html, 'units/jia.html', targets)
  const linked = new Map([...targets].map((target) => [target, 'units/jia.html']))
  try {
    ensureLinked(linked, (path) => ['index.html', 'units/jia.html', 'data/a.csv'].includes(path))
    return null
  } catch (error) {
    return String(error)
  }
}

test('a build whose pages lead to a file that it did not make is refused, by page and file', () => {
  expect(saidOf('<a href="/"></a><a href="/data/a.csv"></a><a href="#a"></a>')).toBeNull()
  expect(saidOf('<a href="https://www.example.gov.cn/b.html"></a>')).toBeNull()
  expect(saidOf('<a href="/units/yi.html#issues"></a>')).toContain(
    'units/jia.html 指向 "units/yi.html"',
  )
  expect(saidOf('<script src="/scripts/gone.js"></script>')).toContain('"scripts/gone.js"')
})
