import { readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyEdit, base, copyOf } from '../support/authored.ts'
import { buildSite } from '../support/command.ts'
import { brokenReferences } from '../support/references.ts'
import { emptyRooms } from '../support/rooms.ts'
import { readSite, type Site } from '../support/site.ts'

/** Words that stand in what waits for 10 July 2024 and nowhere else. */
const markers = [
  '未公布的标题',
  '未公布的问题',
  '未公布的指标',
  '未公布的账号',
  '未公布的要求',
  '未公布的说法',
  '未公布的自查',
  '未公布的附件',
  '未公布的理由',
  '未公布的说明',
  '2024-batch-7',
  '2024-batch-8',
  'weigongbu',
]

const edits = [
  {
    file: 'data/inspections/2024-batch-7.yaml',
    append: `period: { label: 2024年第七批, start: 2024-04-01, end: 2024-06-30 }
issuer: 宜宾市人民政府办公室
published_here: 2024-07-10
publish_on: 2024-07-10
areas:
  media: { tally: { checked: 5, failed: 1 } }
issues:
  2024-batch-7-01:
    area: media
    units: [xuzhou]
    channels: [weigongbu]
    indicators: [weigongbu-zhibiao]
    severity: ordinary
    counts_in_rate: false
    text: 未公布的问题
deadlines:
  order:
    what: self-inspection
    title: 未公布的要求
    who: [xuzhou, cuiping]
    period: { id: 2024-batch-8, label: 2024年第八批, start: 2024-07-01, end: 2024-09-30 }
    due: 2024-09-06
follow_ups:
${['01', '02', '03', '04', '05', '06', '07'].map((n) => `  2024-q1-${n}: { rectified: yes, reported: not-stated, note: 未公布的说法 }`).join('\n')}
`,
  },
  {
    file: 'content/bulletins/2024-batch-7.mdx',
    append: '# 未公布的标题\n\n<Passage of="issues.2024-batch-7-01">未公布的问题。</Passage>\n',
  },
  {
    file: 'data/channels.yaml',
    append: '  weigongbu: { platform: 微信公众号, name: 未公布的账号, unit: xuzhou }\n',
  },
  {
    file: 'data/indicators/named-problems.yaml',
    append:
      '  weigongbu-zhibiao: { name: 未公布的指标, area: media, kind: ordinary, verified: true }\n',
  },
  {
    file: 'data/self-inspections/2024-batch-8/xuzhou.yaml',
    append: 'title: 第八批未公布的自查\npublished: 2024-07-02\n',
  },
  { file: 'data/registers/2024-batch-8.yaml', append: 'exempt:\n  cuiping: 未公布的理由\n' },
  // A statement and a report that wait by themselves, in a ledger and a register that everybody sees.
  {
    file: 'data/rectifications/2024-q1-05/xuzhou.yaml',
    append: 'on: 2024-06-05\nstatement: 未公布的说明\npublish_on: 2024-07-10\n',
  },
  {
    file: 'data/self-inspections/2024-q2/cuiping.yaml',
    append:
      'title: 未公布的自查\npublished: 2024-06-05\npublish_on: 2024-07-10\nattachments:\n  - { file: weigongbu.txt, title: 未公布的附件 }\n',
  },
  { file: 'content/attachments/2024-q2/cuiping/weigongbu.txt', append: '未公布的附件\n' },
]

const days = { before: '2024-07-09', itself: '2024-07-10' }
/** `never`: of the same day as `before`, from data in which what waits does not stand at all. */
type Name = keyof typeof days | 'never'
const sites: Partial<Record<Name, Site>> = {}

const folder = resolve('node_modules/.cache/test-publication-day')

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  const copy = copyOf(base, folder)
  const build = (name: Name, AS_OF: string): void => {
    const out = join(folder, name)
    buildSite(copy, out, { AS_OF, SITE_URL: 'https://www.example.com/' })
    sites[name] = readSite(out)
  }
  build('never', days.before)
  for (const edit of edits) applyEdit(folder, edit)
  build('before', days.before)
  build('itself', days.itself)
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const siteOn = (day: Name): Site => {
  const site = sites[day]
  if (site === undefined) throw new Error(`no site of the day ${day}`)
  return site
}

/** The files of a site whose name or content holds a word. */
const filesWith = ({ folder, files }: Site, word: string): string[] =>
  [...files].filter(
    (file) => file.includes(word) || readFileSync(join(folder, file)).includes(word),
  )

describe.each(markers)('%s', (word) => {
  test('stands in no file and no address before its day', () => {
    expect(filesWith(siteOn('before'), word)).toEqual([])
  })

  test('is there on the day itself', () => {
    expect(filesWith(siteOn('itself'), word)).not.toEqual([])
  })
})

/** Byte by byte, so also in what is packed: workbooks, the index of the search, pictures. */
test('before its day the site is the one that would be built if it did not exist', () => {
  const [before, never] = [siteOn('before'), siteOn('never')]
  const differs = (path: string): boolean =>
    !readFileSync(join(before.folder, path)).equals(readFileSync(join(never.folder, path)))
  expect([...before.files].sort()).toEqual([...never.files].sort())
  expect([...before.files].filter(differs)).toEqual([])
})

test.each(Object.keys(days) as (keyof typeof days)[])('the site of the day %s is whole', (day) => {
  expect(brokenReferences(siteOn(day))).toEqual([])
  expect(emptyRooms(siteOn(day))).toEqual([])
})
