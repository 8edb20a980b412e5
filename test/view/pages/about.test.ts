import { expect, test } from 'vitest'
import { aboutView, dataFacts } from '#view/pages/about.ts'
import { datasetWith } from '../../support/dataset.ts'
import { displays, standard, widths } from '../../browser/displays.ts'
import { modelWith } from '../../support/model.ts'

test('what was measured on the sites of the tests is not said of the site at hand', () => {
  const { facts } = aboutView(modelWith(datasetWith()), new Set()).program
  const measured = facts.filter(({ value }) => /没有违反|不超过/.test(value))
  expect(measured.map(({ label }) => label)).toEqual(['无障碍', '体积'])
  for (const { value } of measured) expect(value).toMatch(/虚构的测试网站上，.*；本站的.*没有另外/)
})

test('the data of a site have a checksum, and a commit only where the site shows its history', () => {
  const model = modelWith(datasetWith())
  const labels = (commit: string | null) =>
    dataFacts({ ...model, commit }).map(({ label, value }) => [label, value.slice(0, 10)])
  expect(labels(null)).toEqual([['数据校验值', expect.stringMatching(/^[0-9a-f]{10}$/)]])
  expect(labels('3f9c2ab')).toEqual([expect.anything(), ['数据版本', 'git 3f9c2a']])
})

test('the sentence on accessibility names the widths and displays that are tried, and no others', () => {
  const { facts } = aboutView(modelWith(datasetWith()), new Set()).program
  const words = facts.find(({ label }) => label === '无障碍')?.value ?? ''
  expect(words).toContain(`标准显示在${widths.join('、')}像素三种宽度下`)
  const tried = (mode: string) => displays.filter(({ modes }) => mode in modes)
  expect(displays.filter(({ modes }) => modes === standard).map(({ width }) => width)).toEqual(
    widths,
  )
  for (const mode of ['text', 'contrast', 'pointer', 'simple']) {
    expect(tried(mode).length).toBeGreaterThan(0)
    expect(tried(mode).every(({ width }) => widths.includes(width))).toBe(true)
  }
  expect(words).toContain('大字、高对比、大光标、简约显示各在其中一种宽度下')
})
