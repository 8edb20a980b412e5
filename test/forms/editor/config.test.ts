import { Ajv } from 'ajv'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { editedRepository } from '#model/edited-repository.ts'
import { editorConfig, editorPolicy } from '#forms/editor/config.ts'
import { base, datasetOf } from '../../support/authored.ts'

const dataset = datasetOf(base)
const repository = { address: 'https://git.example.com/city/site', kind: 'gitlab' as const }

test('the configuration passes the editor’s own schema', () => {
  const schema = JSON.parse(
    readFileSync('node_modules/@sveltia/cms/schema/sveltia-cms.json', 'utf8'),
  ) as object
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(
    schema,
  )
  validate(
    editorConfig(
      { ...dataset, openness: { '2024': {} }, opennessOffice: { '2024': {} } },
      repository,
    ),
  )
  expect((validate.errors ?? []).slice(0, 3)).toEqual([])
})

test('the newest ledgers of policies are edited year by year, apart from those of the office', () => {
  const { collections } = editorConfig(
    {
      ...dataset,
      openness: { '2022': {}, '2023': {}, '2024': {} },
      opennessOffice: { '2024': {} },
    },
    repository,
  ) as { collections: { name: string; folder?: string; files?: { file: string }[] }[] }
  expect(
    collections.flatMap(({ name, folder }) => (/ness/.test(name) ? [[name, folder]] : [])),
  ).toEqual([
    ['openness-2023', 'data/openness/2023'],
    ['openness-2024', 'data/openness/2024'],
    ['openness-office', undefined],
  ])
  const office = collections.find(({ name }) => name === 'openness-office')
  expect(office?.files?.map(({ file }) => file)).toEqual(['data/openness/2024.yaml'])
})

test('fields are those of the schemas, with their titles', () => {
  const text = JSON.stringify(editorConfig(dataset, repository))
  for (const title of ['名录是否完整', '所属单位', '发文机关', '佐证材料'])
    expect(text.includes(title), title).toBe(true)
})

test('the editor speaks to the repository’s host and no other', () => {
  const hosts = (policy: string): string[] => [
    ...new Set(policy.split(/[ ;]+/).filter((word) => word.includes('//') || word === '*')),
  ]
  expect(hosts(editorPolicy(repository))).toEqual(['https://git.example.com'])
  expect(hosts(editorPolicy({ address: 'https://github.com/a/b', kind: 'github' }))).toEqual([
    'https://github.com',
    'https://api.github.com',
  ])
})

test("the policy of the editor's page allows only the site's own scripts", () => {
  expect(editorPolicy(repository).split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https://git.example.com",
    "connect-src 'self' blob: data: https://git.example.com",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ])
})

test('a site without the setting has no editor, nor does a site on Gitee or an unknown service', () => {
  const withEditor = { ...dataset.site, editor: {} }
  expect(editedRepository({ ...withEditor, repository })).toEqual(repository)
  expect(editedRepository({ ...dataset.site, repository })).toBeNull()
  expect(editedRepository(withEditor)).toBeNull()
  for (const other of [
    { address: 'https://gitee.com/a/b', kind: 'gitee' as const },
    { address: 'https://git.example.com/a/b' },
  ])
    expect(editedRepository({ ...withEditor, repository: other })).toBeNull()
})

test.each([
  [undefined, 'content/attachments'],
  ['sites/yibin/data', 'sites/yibin/content/attachments'],
])(
  'with the data in %s a file is uploaded to where the check looks for attachments',
  (folder, to) => {
    const config = editorConfig(dataset, { ...repository, ...(folder && { folder }) }) as {
      media_folder: string
      collections: { folder?: string; media_folder?: string }[]
    }
    expect(config.media_folder).toBe(to)
    for (const collection of config.collections.filter((one) => one.folder !== undefined))
      expect(collection.media_folder, collection.folder).toBe(`/${to}`)
  },
)

test('codes of the ledger are chosen by their words', () => {
  const config = editorConfig({ ...dataset, openness: { '2024': {} } }, repository)
  const text = JSON.stringify(config)
  expect(text).toContain('{"value":"normative","label":"行政规范性文件"}')
  expect(text).toContain('{"value":"hearing","label":"听证会"}')
  expect(text).toContain('"name":"$word"')
  expect(text).toContain('{"value":"not-yet","label":"还没有公布"}')
})
