import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passageAnchors } from '#model/passage-anchor.ts'

test('the anchor of a passage is valid in an address', () => {
  expect(passageAnchors()('issues.2024-q1-05')).toBe('p-issues-2024-q1-05')
})

test('the parts of a split have anchors of their own', () => {
  const anchorOf = passageAnchors()
  const [one, other] = ['县级', '市级'].map((part) =>
    anchorOf(`areas.media.splits.tier.parts.${part}`),
  )
  expect(one).toBe('p-areas-media-splits-tier-parts-_53bf__7ea7_')
  expect(other).not.toBe(one)
})

test('of labels that differ only in special characters, the first gets the plain id', () => {
  expect(['parts.a-b', 'parts.a_b', 'parts.a.b'].map(passageAnchors())).toEqual([
    'p-parts-a-b',
    'p-parts_2e_a_5f_b',
    'p-parts_2e_a_2e_b',
  ])
})

test('the same path always has the same anchor', () => {
  expect(['a.b', 'a_b', 'a.b', 'a_b'].map(passageAnchors())).toEqual([
    'p-a-b',
    'p-a_5f_b',
    'p-a-b',
    'p-a_5f_b',
  ])
})

test('for any labels, each has an anchor of its own that is valid in an address', () => {
  const label = fc.array(fc.constantFrom(...'县市级（）25fdea_.-B：、%𠮷 '), {
    minLength: 1,
    maxLength: 5,
  })
  const labels = fc.uniqueArray(
    label.map((all) => all.join('')),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(labels, (all) => {
      const anchorOf = passageAnchors()
      const anchors = all.map((one) => anchorOf(`figures.${one}`))
      expect(new Set(anchors).size).toBe(all.length)
      for (const anchor of anchors) expect(anchor).toMatch(/^[\w-]+$/)
    }),
    { numRuns: 1000 },
  )
})
