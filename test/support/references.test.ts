import { describe, expect, test } from 'vitest'
import { folderOf } from './folder.ts'
import { brokenReferences, foreignReferences } from './references.ts'

const siteUrl = 'https://www.example.gov.cn/xxgk/jcgk/'

describe('brokenReferences', () => {
  test('accepts references to existing targets', () => {
    const folder = folderOf({
      'index.html':
        '<link rel="stylesheet" href="assets/a.css"><link rel="canonical" href="https://x.cn/">' +
        '<h1 id="top">甲</h1><a href="units/甲.html#二">甲</a> <a href="units/%E7%94%B2.html">甲</a>' +
        '<a href="#top">上</a> <a href="mailto:a@example.com">信</a> <a href="tel:12345">电话</a>' +
        '<a href="http://www.example.org/x">外</a> <a href="units/甲.html#area=media">筛选</a>' +
        '<svg><use href="assets/icons.svg#flag"/></svg><img src="data:image/gif;base64,AA==">' +
        '<img src="assets/a.png" srcset="assets/a.png, assets/b.png 2x">',
      'units/甲.html': '<h1 id="二">二</h1><a href="../index.html?from=a#top">回</a>',
      'assets/a.css': '@import "b.css"; i { background: url(a.png) } /* url(gone.png) */',
      'assets/b.css': '@namespace svg url(http://www.w3.org/2000/svg); b { color: red }',
      'assets/icons.svg': '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="flag"/></svg>',
      'assets/a.png': '',
      'assets/b.png': '',
      '404.html': `<a href="${siteUrl}index.html">首页</a> <a href="${siteUrl}">首页</a>`,
    })
    expect(brokenReferences(folder, { siteUrl })).toEqual([])
  })

  test.each([
    ['<a href="gone.html">x</a>', 'a[href] "gone.html": no such file'],
    ['<a href="Index.html">x</a>', 'a[href] "Index.html": no such file'],
    ['<a href="./">x</a>', 'a[href] "./": no such file'],
    ['<a href="#gone">x</a>', 'a[href] "#gone": no such id'],
    ['<a href="b/c.html#gone">x</a>', 'a[href] "b/c.html#gone": no such id'],
    ['<a href="#">x</a>', 'a[href] "#": leads nowhere'],
    ['<a href="">x</a>', 'a[href] "": leads nowhere'],
    ['<a href="/index.html">x</a>', 'a[href] "/index.html": not relative'],
    ['<a href="../index.html">x</a>', 'a[href] "../index.html": leads out of the site'],
    ['<a href="javascript:void 0">x</a>', 'a[href] "javascript:void 0": scheme not allowed'],
    [
      '<a href="file:///tmp/index.html">x</a>',
      'a[href] "file:///tmp/index.html": scheme not allowed',
    ],
    ['<a href="https://">x</a>', 'a[href] "https://": not an address'],
    [`<a href="${siteUrl}index.html">x</a>`, `a[href] "${siteUrl}index.html": not relative`],
    [
      `<link rel="canonical" href="${siteUrl}gone.html">`,
      `link[href] "${siteUrl}gone.html": no such file`,
    ],
    ['<img src="gone.png">', 'img[src] "gone.png": no such file'],
    ['<img src="a.png" srcset="a.png 1x, gone.png 2x">', 'img[srcset] "gone.png": no such file'],
    ['<video poster="gone.png"></video>', 'video[poster] "gone.png": no such file'],
    ['<script src="gone.js"></script>', 'script[src] "gone.js": no such file'],
    ['<link rel="stylesheet" href="gone.css">', 'link[href] "gone.css": no such file'],
    ['<svg><use href="a.svg#gone"/></svg>', 'use[href] "a.svg#gone": no such id'],
    ['<form action="gone.html"></form>', 'form[action] "gone.html": no such file'],
    ['<i style="background: url(\'gone.png\')"></i>', 'url() "gone.png": no such file'],
    ['<style>@import "gone.css";</style>', '@import "gone.css": no such file'],
    [
      '<meta http-equiv="refresh" content="0; url=gone.html">',
      'meta[content] "gone.html": no such file',
    ],
  ])('finds %s', (html, finding) => {
    const folder = folderOf({
      'index.html': html,
      'b/c.html': '',
      'a.png': '',
      'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    })
    expect(brokenReferences(folder, { siteUrl })).toEqual([`index.html: ${finding}`])
  })

  test('resolves against the page or style sheet that holds the reference', () => {
    const folder = folderOf({
      'a/b.html': '<a href="b.html">x</a> <a href="a/b.html">x</a>',
      'a/c.css': 'i { background: url(c.png) }',
      'c.png': '',
    })
    expect(brokenReferences(folder)).toEqual([
      'a/b.html: a[href] "a/b.html": no such file',
      'a/c.css: url() "c.png": no such file',
    ])
  })

  test('requires whole addresses with existing targets in 404.html', () => {
    const folder = folderOf({
      'index.html': '',
      '404.html': `<a href="index.html">1</a><a href="${siteUrl}gone.html">2</a><a href="/">3</a>`,
    })
    expect(brokenReferences(folder, { siteUrl })).toEqual([
      '404.html: a[href] "index.html": relative, but this page is shown at any address',
      `404.html: a[href] "${siteUrl}gone.html": no such file`,
      '404.html: a[href] "/": leads out of the site',
    ])
  })
})

describe('foreignReferences', () => {
  test('accepts links to other hosts, and resources of the site', () => {
    const folder = folderOf({
      'index.html':
        '<a href="https://example.com/">外</a><link rel="canonical" href="https://example.com/">' +
        `<img src="a.png"><img src="data:image/gif;base64,AA=="><img src="${siteUrl}a.png">`,
    })
    expect(foreignReferences(folder, { siteUrl })).toEqual([])
  })

  test.each([
    ['<script src="https://example.com/a.js"></script>', 'script[src]'],
    ['<script src="//example.com/a.js"></script>', 'script[src]'],
    ['<link rel="stylesheet" href="https://example.com/a.css">', 'link[href]'],
    ['<link rel="shortcut icon" href="https://example.com/a.ico">', 'link[href]'],
    ['<link rel="preconnect" href="https://example.com">', 'link[href]'],
    ['<img src="https://example.com/a.png">', 'img[src]'],
    ['<img srcset="a.png 1x, https://example.com/a.png 2x">', 'img[srcset]'],
    ['<iframe src="https://example.com/"></iframe>', 'iframe[src]'],
    ['<svg><image xlink:href="https://example.com/a.png"/></svg>', 'image[href]'],
    ['<i style="background: url(https://example.com/a.png)"></i>', 'url()'],
    ['<style>@import "https://example.com/a.css";</style>', '@import'],
    ['<style>@import url("https://example.com/a.css");</style>', 'url()'],
    ['<noscript><img src="https://example.com/count.gif"></noscript>', 'img[src]'],
  ])('finds %s', (html, place) => {
    const findings = foreignReferences(folderOf({ 'index.html': html }))
    expect(findings.map((finding) => finding.split(' "')[0])).toEqual([`index.html: ${place}`])
  })

  test('reads the style sheets', () => {
    const folder = folderOf({ 'a.css': '@font-face { src: url(https://example.com/a.woff2) }' })
    expect(foreignReferences(folder)).toEqual([
      'a.css: url() "https://example.com/a.woff2": another host',
    ])
  })
})
