import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { federate, federateOptions } from '../../src/cli/federate.ts'
import { base } from '../support/authored.ts'
import { folderOf } from '../support/folder.ts'
import { printed } from '../support/printed.ts'

const usual = { out: resolve('dist-overview'), cacheFolder: resolve('.federation'), patience: 20 }

test.each([
  [['cities.yaml'], { list: 'cities.yaml', ...usual }],
  [
    ['市.yaml', '--out', '汇总', '--kept', '副本', '--patience', '5'],
    { list: '市.yaml', out: resolve('汇总'), cacheFolder: resolve('副本'), patience: 5 },
  ],
])('%j', (args, options) => {
  expect(federateOptions(args)).toEqual(options)
})

test.each([[[]], [['a.yaml', 'b.yaml']], [['a.yaml', '--patience', '0']], [['a.yaml', '--out']]])(
  'for %j the command prints one line that shows the right form',
  (args) => {
    expect(federateOptions(args)).toEqual({
      mistake: expect.stringMatching(/^[^\n]+npm run federate -- cities\.yaml[^\n]+$/) as string,
    })
  },
)

describe('an overview is not built', () => {
  const say = (files: Record<string, string>, out = 'out', cacheFolder = 'kept') => {
    const folder = folderOf(files)
    const at = (name: string): string => resolve(folder, name)
    return printed(federate, base, at('cities.yaml'), '--out', at(out), '--kept', at(cacheFolder))
  }
  const list = 'name: 某省\ncities:\n  jia: { name: 甲市, package: none/datapackage.json }\n'

  test('without its list', async () => {
    const { code, text } = await say({})
    expect([code, text]).toEqual([1, expect.stringContaining('cities.yaml')])
  })

  test('with a list that is not one', async () => {
    const { code, text } = await say({ 'cities.yaml': 'name: 某省\ncities: 甲市\n' })
    expect([code, text]).toEqual([1, expect.stringContaining('cities.yaml')])
  })

  test('when either folder has other files', async () => {
    const outside = await say({ 'cities.yaml': list, 'out/mine.txt': '' })
    expect([outside.code, outside.text]).toEqual([1, expect.stringContaining('里有别的文件')])
    const copies = await say({ 'cities.yaml': list, 'kept/mine.txt': '' })
    expect([copies.code, copies.text]).toEqual([1, expect.stringContaining('--kept')])
  })

  test('with the copies inside the folder that is published', async () => {
    const { code, text } = await printed(
      federate,
      base,
      resolve(folderOf({ 'cities.yaml': list }), 'cities.yaml'),
      '--out',
      resolve('out'),
      '--kept',
      resolve('out/copies'),
    )
    expect([code, text]).toEqual([1, expect.stringContaining('一个在另一个里面')])
  })

  test('when no city has data; each city is named with its reason', async () => {
    const { code, text } = await say({ 'cities.yaml': list })
    expect(code).toBe(1)
    expect(text).toMatch(/^甲市：读不到 .*；没有可用的副本/)
    expect(text).toContain('没有生成新的汇总')
  })
})
