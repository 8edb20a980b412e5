import { expect, test } from 'vitest'
import { searchContent } from '#build/search-content.ts'

const page = (kind: string, main: string, mark = ' data-pagefind-body') => `<!doctype html><html>
<head><title>页</title><meta data-pagefind-filter="kind[content]" content="${kind}"><link></head>
<body><header>站名</header><main id="main"${mark}>${main}</main><footer>页脚</footer></body></html>`

const inShell = `<div class="section-head"><h2>整改台账</h2></div><p class="section-note">分别记录。</p>
<dl><div><dt>编号</dt><dd>2024-q1-05</dd></div><div><dt data-printed>发布量</dt><dd>12</dd></div></dl>
<table><caption class="visually-hidden">整改</caption><thead><tr><th scope="col">单位</th><th scope="col" data-printed>得分</th><th scope="col" role="columnheader" data-printed>名次</th></tr></thead>
<tbody><tr><th scope="row">叙州区</th><td>已办结</td></tr></tbody></table><p><span id="p-1">原文</span><svg><title>图</title></svg></p>`

const words = (html: string | null) =>
  html
    ?.replace(/<head>.*?<\/head>/s, '')
    .split(/<[^>]*>/)
    .map((text) => text.trim())
    .filter((text) => text !== '')

test("only the content of a record's page is indexed, and the words of a document", () => {
  expect(words(searchContent(page('issue', inShell)))).toEqual([
    ...['2024-q1-05', '发布量', '12', '得分', '名次', '叙州区', '已办结', '原文'],
  ])
})

test('the whole main part of an explanatory page is indexed, except drawings', () => {
  expect(words(searchContent(page('notes', inShell)))).toEqual([
    ...['整改台账', '分别记录。', '编号', '2024-q1-05', '发布量', '12', '整改', '单位'],
    ...['得分', '名次', '叙州区', '已办结', '原文'],
  ])
})

test('content that only the screen shows is not indexed', () => {
  const tools = `<p class="section-note no-print">下载</p><form>筛选</form><nav>‹ 前一项</nav>
<ul class="link-list no-print"><li>记录</li></ul><div class="page-tools"><p>打印</p></div><script></script>`
  for (const kind of ['issue', 'notes'])
    expect(words(searchContent(page(kind, `<p>内容</p>${tools}`)))).toEqual(['内容'])
})

test('a fold is indexed only where it holds the words of a document', () => {
  const folds = `<details class="no-print"><summary>指纹</summary>e3b0</details>
<details class="no-print" data-printed><dl><div><dt data-printed>关停</dt><dd>30余个</dd></div></dl></details>`
  expect(words(searchContent(page('inspection', folds)))).toEqual(['关停', '30余个'])
})

test("only the finding and its subject are indexed of an issue's card", () => {
  const card = `<article class="entry issue" id="issue-1"><h3 class="entry-title">栏目空白</h3><p class="entry-text">叙州区</p>
<div class="entry-margin"><span>计入合格率</span></div><ol class="steps"><li>已整改</li></ol></article>`
  expect(words(searchContent(page('inspection', `${card}<p>一</p>${card}`)))).toEqual([
    ...['栏目空白', '叙州区', '一', '栏目空白', '叙州区'],
  ])
})

test('filters of a page are kept, and everything outside its main part is removed', () => {
  const part = searchContent(page('issue', '<p>一</p>'))
  expect(part).toContain('<meta data-pagefind-filter="kind[content]" content="issue">')
  expect(part).not.toMatch(/站名|页脚|<link/)
})

test('a page without the mark is not indexed', () => {
  expect(searchContent(page('issue', '<p>一</p>', ''))).toBe(null)
  expect(searchContent('<p>一</p>')).toBe(null)
})
