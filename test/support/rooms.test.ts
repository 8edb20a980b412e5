import { expect, test } from 'vitest'
import { folderOf } from './folder.ts'
import { emptyRooms } from './rooms.ts'

function pageWith(body: string, title = '页') {
  return `<!doctype html><title>${title}</title><h1>题</h1>${body}`
}

test('a page with content has no empty place', () => {
  const folder = folderOf({
    'a.html': pageWith(
      '<nav><a href="b.html">乙</a></nav><section><h2>节</h2><h3>小节</h3><p>文</p></section>' +
        '<section><h2><img alt="图" src="a.png"></h2><svg></svg></section>' +
        '<ul><li>一</li></ul><dl><dt>甲</dt><dd>乙</dd></dl>' +
        '<table><thead><tr><th>甲</th><th>乙</th></tr></thead>' +
        '<tbody><tr><td>1</td><td></td></tr><tr><td>2</td><td>—</td></tr>' +
        '<tr><td>3</td><td>x</td></tr></tbody></table>' +
        '<ul hidden></ul><template><ul></ul></template><div></div>',
    ),
    'b.html': pageWith('<h2>x</h2>', '另一页'),
    'moved.html': '<meta http-equiv="refresh" content="0; url=a.html"><title>页</title>',
  })
  expect(emptyRooms(folder)).toEqual([])
})

test.each([
  ['<ul class="rows wide"></ul>', 'ul.rows.wide without li'],
  ['<ol> \n </ol>', 'ol without li'],
  ['<ul><li> </li></ul>', 'empty li'],
  ['<dl></dl>', 'dl without dd'],
  ['<nav>导航</nav>', 'nav without a[href]'],
  ['<h2> </h2><p>文</p>', 'empty h2'],
  ['<section id="media"><h2>新媒体</h2></section>', 'empty section#media'],
  ['<figure><figcaption>图</figcaption></figure>', 'empty figure'],
  ['<details><summary>更多</summary></details>', 'empty details'],
  ['<footer></footer>', 'empty footer'],
  ['<table><tr><th>甲</th></tr></table>', 'table without td'],
  [
    '<table><thead><tr><th>甲</th></tr></thead><tbody></tbody><tfoot><tr><td>1</td></tr></tfoot></table>',
    'tbody without tr',
  ],
  [
    '<table><tbody><tr><td>1</td><td>—</td></tr><tr><td>2</td><td></td></tr></tbody></table>',
    'empty column 2 of table',
  ],
  ['<h2>甲</h2><h4>乙</h4>', 'h4 after h2: 乙'],
  ['<h1>再题</h1>', '2 h1'],
  ['<p id="a">1</p><p id="a">2</p>', 'id "a" repeated'],
])('%s is found', (body, finding) => {
  expect(emptyRooms(folderOf({ 'a.html': pageWith(body) }))).toEqual([`a.html: ${finding}`])
})

test('a page has a title and a main heading, and no other page has the same title', () => {
  const folder = folderOf({
    'a.html': pageWith('', '同名'),
    'b.html': pageWith('', ' 同名 '),
    'c.html': '<p>文</p>',
  })
  expect(emptyRooms(folder)).toEqual([
    'c.html: no title',
    'c.html: no h1',
    'a.html, b.html: same title "同名"',
  ])
})
