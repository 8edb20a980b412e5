import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PageSequence } from '#build/page-sequence.ts'

const order = ['index.html', 'units.html', 'units/caizheng.html', 'units/jiaoyu.html']

test('pages are passed on in a fixed order, in whatever order they are rendered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(order, { minLength: order.length }), async (rendered) => {
      const passed: string[] = []
      const pages = new PageSequence(order, (page, html) => {
        passed.push(`${page} ${html}`)
        return Promise.resolve()
      })
      await Promise.all(rendered.map((page) => pages.add(page, `<h1>${page}</h1>`)))
      pages.end()
      expect(passed).toEqual(order.map((page) => `${page} <h1>${page}</h1>`))
    }),
  )
})

test('a page that is not rendered, or belongs to no route, fails the build', async () => {
  const pages = new PageSequence(order, () => Promise.resolve())
  for (const page of order.slice(0, 3)) await pages.add(page, '')
  expect(() => {
    pages.end()
  }).toThrow('units/jiaoyu.html')
  await pages.add('units/jiaoyu.html', '')
  await pages.add('strange.html', '')
  expect(() => {
    pages.end()
  }).toThrow('strange.html')
})
