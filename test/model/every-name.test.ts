import { expect, test } from 'vitest'
import { everyName, idsByName } from '#model/every-name.ts'

const units = {
  shuju: { name: '市数据局', earlier_names: ['市政务服务局'] },
  zhengwu: { name: '市政务服务中心', earlier_names: ['市政务服务局', '市数据局'] },
}

test('a record has its present name and its earlier ones', () => {
  expect(everyName(units.shuju)).toEqual(['市数据局', '市政务服务局'])
  expect(everyName({ name: '甲县' })).toEqual(['甲县'])
})

test('a present name goes before an earlier one, and of two earlier ones the first', () => {
  expect(Object.fromEntries(idsByName(units))).toEqual({
    市数据局: 'shuju',
    市政务服务局: 'shuju',
    市政务服务中心: 'zhengwu',
  })
})
