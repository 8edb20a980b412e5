import { mkdirSync, writeFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { generateCity } from '#tools/demo/generate.ts'
import { inlineNodes } from '#model/bulletin.ts'
import { type Dataset, indexDataset, type Inspection } from '#model/dataset.ts'
import { parseBulletin } from '#read/bulletin.ts'
import { toFill } from '#messages/unfinished.ts'
import { scaffold, type Request } from '#tools/new/scaffold.ts'
import {
  applyEdit,
  base,
  copyOf,
  datasetOf,
  findings,
  type Folders,
} from '../../support/authored.ts'
import { fillIn } from '../../support/fill-in.ts'
import { folderOf } from '../../support/folder.ts'
import { assembleRealCases, kinds, realCases } from '../../support/real-cases.ts'

const contextOf = (dataset: Dataset) => ({
  dataset,
  index: indexDataset(dataset),
  asOf: '2026-12-31',
  schemas: null,
})

/** The files that a request creates in some folders. */
function filesFor(folders: Folders, wish: Request): ReadonlyMap<string, string> {
  const dataset = datasetOf(folders)
  const result = scaffold(wish, contextOf(dataset))
  if ('mistake' in result) throw new Error(result.mistake)
  return result.files
}

function write(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
}

/** How often a file asks to be filled in, apart from comments. */
const blanksIn = (text: string): number =>
  text.replace(/(?:^| )#.*$/gm, '').split(toFill).length - 1

/** The problems of the check that it did not report before. */
function newFindings(folders: Folders, files: ReadonlyMap<string, string>): string[] {
  const before = findings(folders)
  write(dirname(folders.data), files)
  return findings(folders).filter((finding) => !before.includes(finding))
}

describe('a second quarter after the one in the base data', () => {
  const after: Request = { kind: 'inspection', id: '2024-q2' }

  test('has a placeholder for every value that the check requires, and no other', () => {
    const folders = copyOf(base)
    const files = filesFor(folders, after)
    expect([...files.keys()]).toEqual([
      'data/inspections/2024-q2.yaml',
      'content/bulletins/2024-q2.mdx',
    ])
    const found = newFindings(folders, files)
    expect(found.filter((one) => !/^error .* text-unfinished$/.test(one))).toEqual([])
    const yaml = files.get('data/inspections/2024-q2.yaml') ?? ''
    expect(found.filter((one) => one.includes('.yaml'))).toHaveLength(blanksIn(yaml))
    const mdx = files.get('content/bulletins/2024-q2.mdx') ?? ''
    expect(found.filter((one) => one.includes('.mdx'))).toHaveLength(mdx.split(toFill).length - 1)
  })

  test('a completed draft passes the check without problems', () => {
    const folders = copyOf(base)
    write(folders.folder, filesFor(folders, after))
    fillIn(folders, '2024-q2', '2024-q1')
    expect(findings(folders)).toEqual([])
  })

  test('carries over each open issue and no value of the last quarter', () => {
    const yaml = filesFor(copyOf(base), after).get('data/inspections/2024-q2.yaml') ?? ''
    expect(yaml).toContain('  2024-q1-05:\n    rectified: 待填写\n    reported: 待填写')
    expect(yaml).not.toMatch(/370|99\.7|: 49/)
  })

  test('proposes each deadline a quarter later, on a working day, until it is confirmed', () => {
    const yaml = filesFor(copyOf(base), after).get('data/inspections/2024-q2.yaml') ?? ''
    // 15 June 2024 was a Saturday.
    expect(yaml).toContain('due: 2024-06-17')
    expect(yaml).toContain('stated: 待填写（拟2024年6月17日前）')
    expect(yaml).toContain('id: 2024-q3')
  })

  test('drafts the bulletin from existing figures', () => {
    const files = filesFor(copyOf(base), { kind: 'inspection', id: '2024-q1' })
    const mdx = files.get('content/bulletins/2024-q1.mdx') ?? ''
    expect(mdx).toContain('<Value of="units.xuzhou" />、“<Value of="channels.xuzhou-jiaoyu" />”')
    const folders = copyOf(base)
    writeFileSync(
      join(folders.folder, 'content/bulletins/2024-q1.mdx'),
      mdx.replaceAll(toFill, '按照有关要求'),
    )
    expect(findings(folders)).toEqual([])
  })
})

test('special characters of MDX in names are text in the draft of a bulletin', () => {
  const folders = copyOf(base)
  const name = '"甲"<b>{乙}*_[丙](x)#`&amp;'
  const figures = JSON.stringify({ [name]: 5 })
  applyEdit(folders.folder, {
    file: 'data/inspections/2024-q1.yaml',
    replace: '  openness: {}',
    by: `  openness: { figures: ${figures} }`,
  })
  const files = filesFor(folders, { kind: 'inspection', id: '2024-q1' })
  const mdx = files.get('content/bulletins/2024-q1.mdx') ?? ''
  const { bulletin, problems } = parseBulletin({ file: 'x.mdx', text: mdx }, '2024-q1')
  expect(problems).toEqual([])
  const nodes = bulletin === null ? [] : [...inlineNodes(bulletin)]
  expect(nodes.flatMap((node) => (node.type === 'value' ? [node.of] : []))).toContain(
    `areas.openness.figures.${name}`,
  )
  expect(nodes.flatMap((node) => (node.type === 'text' ? [node.text] : [])).join('')).toContain(
    name,
  )
})

test('after a month of letters: a document of the same kind, with its names and none of its numbers', () => {
  const folders = copyOf(base)
  write(
    folders.folder,
    new Map([
      [
        'data/inspections/2024-05.yaml',
        `period: { label: 2024年5月, start: 2024-05-01, end: 2024-05-31 }
activity: 信箱办理情况
issuer: 示例市信访局
published_here: 2024-06-03
areas:
  messages:
    rates: { 满意占比: { stated: "96.8%", numerator: 30, denominator: received } }
    tally: { received: 31 }
    figures: { 督办事项: { value: 37, unit: 件, parts: { 已完成: 32, 推进中: 5 } } }
`,
      ],
    ]),
  )
  const files = filesFor(folders, { kind: 'inspection', id: '2024-06' })
  const yaml = files.get('data/inspections/2024-06.yaml') ?? ''
  const { activity, areas } = parseDocument(yaml).toJS() as Inspection
  expect(activity).toBe('信箱办理情况')
  expect(areas['messages']?.rates?.['满意占比']).toEqual({
    stated: toFill,
    numerator: toFill,
    denominator: 'received',
  })
  expect(areas['messages']?.figures?.['督办事项']).toEqual({
    value: toFill,
    unit: '件',
    parts: { 已完成: toFill, 推进中: toFill },
  })
  expect(files.get('content/bulletins/2024-06.mdx')).toContain('信箱办理情况的通报')
})

test('the first inspection of an office has placeholders for the usual counts of each area', () => {
  const folders = copyOf(base)
  rmSync(join(folders.data, 'inspections'), { recursive: true })
  const files = filesFor(folders, { kind: 'inspection', id: '2024-05' })
  const yaml = files.get('data/inspections/2024-05.yaml') ?? ''
  const { areas } = parseDocument(yaml).toJS() as Inspection
  const checked = {
    tally: { checked: toFill, failed: toFill },
    rates: { passed: { stated: toFill } },
  }
  expect(areas).toEqual({
    openness: {},
    websites: checked,
    media: checked,
    messages: {
      tally: { received: toFill, closed: toFill },
      rates: { closed: { stated: toFill } },
    },
  })
})

describe('after any inspection', () => {
  const city = generateCity({ size: 'city-1y', seed: 1 })

  test('after the last quarter of the sample city: only values to fill', () => {
    const folder = folderOf(Object.fromEntries(city))
    const folders = { data: join(folder, 'data'), content: join(folder, 'content') }
    const last = datasetOf(folders).inspections.at(-1)
    const wish: Request = { kind: 'inspection', after: last?.id ?? '' }
    const found = newFindings(folders, filesFor(folders, wish))
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter((one) => !one.endsWith('text-unfinished'))).toEqual([])
  })

  const documents = [...realCases(), ...kinds()].flatMap(({ documents: of }) =>
    of.flatMap(({ file }) => /^data\/inspections\/(.*)\.yaml$/.exec(file)?.[1] ?? []),
  )

  test.each(documents)('after the published document %s: only values to fill', (after) => {
    const folders = assembleRealCases(folderOf({}))
    const wish: Request = { kind: 'inspection', id: '2026-q4', after }
    const found = newFindings(folders, filesFor(folders, wish))
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter((one) => !one.endsWith('text-unfinished'))).toEqual([])
  })
})

test('a number that may be a month or a round is made for the month, and said to be', () => {
  const dataset = datasetOf(base)
  const context = contextOf(dataset)
  const noteOf = (id: string): string | undefined => {
    const result = scaffold({ kind: 'inspection', id }, context)
    return 'mistake' in result ? result.mistake : result.note
  }
  expect(noteOf('2025-05')).toContain('npm run new -- 2025-r05')
  const reportNote = (period: string): string | undefined => {
    const result = scaffold({ kind: 'self-inspection', period, unit: 'xuzhou' }, context)
    return 'mistake' in result ? result.mistake : result.note
  }
  expect(reportNote('2025-05')).toContain('npm run new -- self-inspection 2025-r05 xuzhou')
  expect(reportNote('2025-r05')).not.toContain('npm run new')
  for (const words of ['2025年第5期', '2025年第五次检查'])
    for (const refused of [noteOf(words), reportNote(words)])
      expect(refused).toContain('写 2025-r05')
  expect([noteOf('2025-r05'), noteOf('2024-q2'), noteOf('2025')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
