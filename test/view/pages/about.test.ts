import { expect, test } from 'vitest'
import { aboutView } from '#view/pages/about.ts'
import { datasetWith } from '../../support/dataset.ts'
import { modelWith } from '../../support/model.ts'

test('what was measured on the sites of the tests is not said of the site at hand', () => {
  const { facts } = aboutView(modelWith(datasetWith()), new Set()).program
  const measured = facts.filter(({ value }) => /没有违反|不超过/.test(value))
  expect(measured.map(({ label }) => label)).toEqual(['无障碍', '体积'])
  for (const { value } of measured) expect(value).toMatch(/虚构的测试网站上，.*；本站的.*没有另外/)
})
