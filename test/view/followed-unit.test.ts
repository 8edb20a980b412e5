import { expect, test } from 'vitest'
import { choiceOfUnits, followedUnits } from '#view/followed-unit.ts'
import { datasetWith } from '../support/dataset.ts'
import { modelWith } from '../support/model.ts'

const jia = { name: '市甲局', tier: 'department' }

test('a site of one unit offers no choice of a unit', () => {
  const model = modelWith(datasetWith({ units: { jia } }))
  expect(choiceOfUnits(model)).toEqual([])
  expect(followedUnits(model)).toEqual([])
})

test('the units to choose from are those of the site', () => {
  const model = modelWith(datasetWith({ units: { jia, yi: { ...jia, name: '市乙局' } } }))
  const ids = choiceOfUnits(model)?.flatMap(({ units }) => units.map(({ id }) => id))
  expect(ids).toEqual(['jia', 'yi'])
  expect(followedUnits(model).map(({ id }) => id)).toEqual(['jia', 'yi'])
})
