import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { LinkedFiles } from '#build/output/linked-files.ts'
import { withRelativeLinks } from '#build/relative-links.ts'

/** What a build says of a site of two pages, of which the first is given. */
function saidOf(html: string): string | null {
  const targets = new Set<string>()
  withRelativeLinks(html, 'units/jia.html', targets)
  const linked = new LinkedFiles()
  linked.add('units/jia.html', targets)
  try {
    linked.ensureExisting((path) => ['index.html', 'units/jia.html', 'data/a.csv'].includes(path))
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

test('of many such links the first ten are named', () => {
  const said = saidOf([...'abcdefghijkl'].map((name) => `<a href="/${name}.html"></a>`).join(''))
  expect(said).toContain('units/jia.html 指向 "j.html"等 12 个。')
})

test('pages are not held in memory for the sake of their links', () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const linked = new LinkedFiles()
  const megabyte = 'a'.repeat(1e6)
  collect()
  const before = process.memoryUsage().heapUsed
  for (let n = 0; n < 100; n++) {
    const targets = new Set<string>()
    withRelativeLinks(`<a href="/units/a-long-name-${n}.html"></a>${megabyte}`, 'a.html', targets)
    linked.add(`${n}.html`, targets)
  }
  collect()
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(50e6)
  expect(() => {
    linked.ensureExisting(() => false)
  }).toThrow('a-long-name-9.html')
})
