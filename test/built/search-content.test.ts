import { describe, expect, inject, test } from 'vitest'
import { indexedPages } from '../support/search-index.ts'
import { readSite } from '../support/site.ts'

const sites = inject('sites')

const isChinese = (text: string) => /\p{Script=Han}/u.test(text)
const spaceless = (text: string) => text.replace(/\s/g, '')
/** In these fields a record only refers to a place: `areas.websites.splits.tier`. */
const places = ['path', 'of']

/** Every Chinese text in a record, including the names that it gives to figures and parts. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return isChinese(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => [
    ...(isChinese(key) ? [key] : []),
    ...(places.includes(key) && typeof part === 'string' ? [] : textsIn(part)),
  ])
}

describe.each(['real', 'demo', 'cases', 'official', 'report', 'reports'] as const)(
  'the search of the %s site',
  (name) => {
    const site = readSite(sites[name])
    const pages = indexedPages(site)
    const found = spaceless(pages.map(({ title, content }) => `${title}\n${content}\n`).join(''))

    test('finds every name, quotation and prose of the data', () => {
      const data = [...site.files].filter((path) =>
        /^data\/(inspections\/[^/]+|(self-inspections|rectifications)\/[^/]+\/[^/]+|all\/(units|channels|issues))\.json$/.test(
          path,
        ),
      )
      const texts = new Set(data.flatMap((path) => textsIn(JSON.parse(site.read(path)))))
      expect(texts.size).toBeGreaterThan(25)
      // A cell may list several names.
      const names = [...texts].flatMap((text) => text.split('；'))
      expect(names.filter((text) => !found.includes(spaceless(text)))).toEqual([])
    })
  },
)

describe('a result', () => {
  const site = readSite(sites.demo)
  const pages = indexedPages(site)
  const of = (kind: string) => pages.filter((page) => page.kind === kind)
  const reports = of('self-inspection').filter(({ path }) => path.split('/').length === 3)

  test.each([
    ['issue', of('issue'), ['检查期', '整改台账', '分别记录', '截至', '方面提出的']],
    ['report', reports, ['公开日期', '涉及领域', '要求涉及', '报告原文', '原文网址', '下一步']],
    ['channel', of('channel'), ['所属单位', '本站收录的各期', '截至']],
    ['unit', of('unit'), ['提交方式', '只列出本站', '全部期限', '订阅']],
    ['inspection', of('inspection'), ['检查机关', '检查期', '来历', '本页内容', '下步要求']],
    ['record', pages.filter(({ kind }) => kind !== 'notes'), ['下载数据', '打印本页']],
    ['bulletin', of('bulletin'), ['发布机构', '文号', '本站收录日期', '本期数据']],
  ] as const)('is not a %s for words that are on all pages of its kind', (_kind, some, words) => {
    expect(some.length).toBeGreaterThan(10)
    for (const word of words) {
      const pagesWith = some.filter(({ path }) =>
        site.pages.some((page) => page.path === path && page.html.includes(word)),
      )
      // Otherwise the test would not show that it is left out.
      expect(pagesWith.length, word).toBeGreaterThan(some.length / 3)
    }
    const known = some.flatMap(({ path, content }) =>
      // A report whose day is unknown says so where others have their state.
      words
        .filter((word) => content.replaceAll('公开日期不详', '').includes(word))
        .map((word) => `${path}: ${word}`),
    )
    expect(known).toEqual([])
  })

  test('shows content right after the title, no label and no day of the build', () => {
    const afterTitle = ({ content, title }: { content: string; title: string }) =>
      /[^. ][^.]*/.exec(content.slice(content.indexOf(title) + title.length))?.[0]
    expect(new Set(of('channel').map(afterTitle))).toContain('微信公众号')
    expect(new Set(reports.map(afterTitle))).toContain('按期公开')
  })

  test('is the page that explains a word, even if the word is a label on others', () => {
    const has = (path: string) => pages.find((page) => page.path === path)?.content ?? ''
    for (const word of ['整改台账', '期限和台账的状态', '含义', '报送了整改情况', '检查指标'])
      expect(has('method.html')).toContain(word)
    for (const word of ['期限已过', '责任单位', '提交方式'])
      expect(has('deadlines.html')).toContain(word)
    for (const word of ['数据字典', '列名']) expect(has('data.html')).toContain(word)
  })

  test('is an issue that is searched by its state', () => {
    const { rows } = JSON.parse(site.read('data/all/rectification.json')) as {
      rows: { issue: string; state: string; state_name: string; days_late: number | null }[]
    }
    expect(new Set(rows.map(({ state }) => state)).size).toBeGreaterThan(4)
    // A missing record is not a state.
    for (const { issue, state_name, days_late } of rows.filter(
      ({ state }) => state !== 'nothing',
    )) {
      const { content = '' } = pages.find(({ path }) => path === `issues/${issue}.html`) ?? {}
      // The bulletin that states it is named before it.
      const state = state_name.split('，')[0]?.replace(/^.*通报|(?<=问题)已/, '') ?? ''
      expect(content, issue).toContain(state)
      if (days_late !== null && days_late > 0) expect(content).toContain(`晚${days_late}天`)
    }
  })
})
