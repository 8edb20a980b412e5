import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CheckArea, checklistOf } from '#model/checklist.ts'
import { type Dataset, indexDataset } from '#model/dataset.ts'
import type { Issue } from '#schema/issue.ts'
import { datasetWith, inspectionWith, issue } from '../support/dataset.ts'

test('findings of one kind are one point of the checklist, which names no unit or account', () => {
  const inspection = inspectionWith({
    areas: { websites: {}, media: {} },
    issues: {
      '2024-q1-01': issue,
      '2024-q1-02': { ...issue, units: ['yi'], text: '市乙局的账号三个月没有更新' },
      '2024-q1-03': { ...issue, text: '栏目只有一条信息' },
      '2024-q1-04': { ...issue, indicators: ['dead-link'], text: '链接打不开' },
    },
  })
  const dataset = datasetWith({ inspections: [inspection] })
  expect(checklistOf(dataset, indexDataset(dataset), inspection)).toEqual([
    {
      area: 'media',
      points: [
        {
          indicators: ['stale'],
          problem: null,
          texts: ['栏目空白', '栏目只有一条信息'],
          count: 3,
        },
        { indicators: ['dead-link'], problem: null, texts: ['链接打不开'], count: 1 },
      ],
    },
  ])
})

function listOf(issues: readonly Issue[], parts: Partial<Dataset> = {}): CheckArea[] {
  const inspection = inspectionWith({
    areas: { websites: {}, media: {} },
    issues: Object.fromEntries(issues.map((one, n) => [`2024-q1-${n + 10}`, one])),
  })
  const dataset = datasetWith({ inspections: [inspection], ...parts })
  return checklistOf(dataset, indexDataset(dataset), inspection)
}

test('a text that names a unit is left out of the list', () => {
  const { indicators: _indicators, ...unnamed } = issue
  const [area] = listOf([
    { ...issue, units: 'not-stated', text: '甲县网站的栏目空白' },
    { ...issue, units: ['jia'], text: '转载市乙局的信息有错字' },
    { ...unnamed, units: ['yi'], problem: '甲县同类问题', text: '多处断链' },
  ])
  expect(area?.points).toMatchObject([
    { indicators: ['stale'], texts: [], count: 2 },
    { problem: null, texts: ['多处断链'], count: 1 },
  ])
})

test('the same indicators in another order are the same kind', () => {
  const [area] = listOf([
    { ...issue, indicators: ['stale', 'dead-link'] },
    { ...issue, indicators: ['dead-link', 'stale'] },
  ])
  expect(area?.points.map(({ count }) => count)).toEqual([2])
})

describe('of any findings', () => {
  const names = ['甲县', '市乙局', '市丙局', '甲县发布']
  const words = fc
    .array(fc.constantFrom('栏目', '空白', '错字', '：', ...names), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join(''))
  const findings = fc.array(
    fc
      .record(
        {
          area: fc.constantFrom('websites', 'media'),
          units: fc.oneof(
            fc.subarray(['jia', 'yi', 'bing'], { minLength: 1 }),
            fc.constant('not-stated' as const),
          ),
          indicators: fc.shuffledSubarray(['stale', 'dead-link'], { minLength: 1 }),
          problem: words,
          text: words,
        },
        { requiredKeys: ['area', 'units', 'text'] },
      )
      .map((parts): Issue => {
        const { indicators: _indicators, ...rest } = issue
        return { ...rest, ...parts }
      }),
    { maxLength: 6 },
  )
  const channels = { fabu: { platform: '微信公众号', name: '甲县发布', unit: 'jia' } }

  test('each is in exactly one point of its area, and no area or point is empty', () => {
    fc.assert(
      fc.property(findings, (issues) => {
        const areas = listOf(issues, { channels })
        for (const id of ['websites', 'media']) {
          const points = areas.filter(({ area }) => area === id).flatMap((area) => area.points)
          expect(points.reduce((sum, { count }) => sum + count, 0)).toBe(
            issues.filter(({ area }) => area === id).length,
          )
        }
        for (const { points } of areas) expect(points).not.toEqual([])
        for (const { points } of areas) for (const { count } of points) expect(count).toBeTruthy()
      }),
    )
  })

  test('no word of the list names a unit or an account, and all other words of findings are in it', () => {
    fc.assert(
      fc.property(findings, (issues) => {
        const points = listOf(issues, { channels }).flatMap((area) => area.points)
        const words = points.flatMap(({ problem, texts }) => [...texts, problem ?? ''])
        for (const name of names) expect(words.join(' ')).not.toContain(name)
        for (const { text } of issues)
          if (!names.some((name) => text.includes(name))) expect(words).toContain(text)
      }),
    )
  })

  test('the kinds and how many there are of each do not depend on the order of the findings', () => {
    const kinds = (issues: readonly Issue[]) =>
      listOf(issues, { channels })
        .flatMap(({ area, points }) =>
          points.map(({ indicators, problem, texts, count }) =>
            JSON.stringify([area, indicators.toSorted(), problem, texts.toSorted(), count]),
          ),
        )
        .toSorted()
    fc.assert(
      fc.property(findings, (issues) => {
        expect(kinds(issues.toReversed())).toEqual(kinds(issues))
      }),
    )
  })
})
