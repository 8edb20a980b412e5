import { expect, test } from 'vitest'
import { attributes, markup } from '#view/markup.ts'

const hostile = `<script>alert("1")</script> & 'x'`

test('all text that goes into markup is escaped, in elements and in attributes', () => {
  const { text } = markup`<a${attributes({ href: hostile })}>${hostile}</a>`
  expect(text).toBe(
    '<a href="&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt; &amp; &#39;x&#39;">&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt; &amp; &#39;x&#39;</a>',
  )
})

test('markup within markup is not escaped again, and empty values are skipped', () => {
  const cells = ['政府网站', 9].map((cell) => markup`<td>${cell}</td>`)
  expect(markup`<tr>${cells}${null}${undefined}${false}</tr>`.text).toBe(
    '<tr><td>政府网站</td><td>9</td></tr>',
  )
})

test('an attribute without a value is left out', () => {
  expect(attributes({ lang: undefined, scope: 'row' }).text).toBe(' scope="row"')
})
