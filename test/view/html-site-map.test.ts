import { expect, test } from 'vitest'
import { htmlSiteMap } from '#view/html-site-map.ts'
import type { PageEntry } from '#view/page-entry.ts'
import { modelOfFolder } from '../support/model.ts'

const model = modelOfFolder('test/cases/official')
const titlesOf = (...pages: PageEntry[]) =>
  Object.fromEntries(
    htmlSiteMap(model, pages)
      .sections.filter(({ links }) => links.length > 0)
      .map(({ title, links }) => [title, links.map(({ label }) => label)]),
  )

test('a page is listed in its period, with its kind, or among the columns of the site', () => {
  const titles = titlesOf(
    { href: '/a.html', title: '结果', kind: 'inspection', period: '2025-q1' },
    { href: '/b.html', title: '市水务局', kind: 'unit' },
    { href: '/c.html', title: '计算说明', kind: 'notes' },
    { href: '/d.html', title: '更正', kind: null },
  )
  expect(titles).toEqual({
    栏目: ['更正'],
    说明: ['计算说明'],
    '2025年第一季度': ['结果'],
    单位: ['市水务局'],
  })
})

test('the years of a unit, and its further pages, are listed with the unit', () => {
  const titles = titlesOf(
    { href: '/units/xihu.html', title: '西湖区', kind: 'unit' },
    { href: '/units/xihu/history.html', title: '西湖区历年情况', kind: null },
    { href: '/units.html', title: '单位', kind: null },
  )
  expect(titles).toEqual({ 栏目: ['单位'], 单位: ['西湖区', '西湖区历年情况'] })
})

test('the ledger and the checklist of an inspection are listed in its period', () => {
  const titles = titlesOf(
    { href: '/rectification.html', title: '整改台账', kind: null },
    { href: '/inspections/2025-q1-rectification.html', title: '一期整改台账', kind: null },
    { href: '/inspections/2025-q1-checklist.html', title: '对照问题清单', kind: null },
  )
  expect(titles).toEqual({
    栏目: ['整改台账'],
    '2025年第一季度': ['一期整改台账', '对照问题清单'],
  })
})

test('lists of issues by facet, and further pages of the list, have a section of their own', () => {
  const titles = titlesOf(
    { href: '/issues.html', title: '问题', kind: null },
    { href: '/issues/all/page_2.html', title: '问题（第2页）', kind: null },
    { href: '/issues/area/media.html', title: '领域为“政务新媒体”的问题', kind: null },
  )
  expect(titles).toEqual({
    栏目: ['问题'],
    分类的问题清单: ['问题（第2页）', '领域为“政务新媒体”的问题'],
  })
})

test('chapters of the manual are listed last, in a section that a site without a manual has not', () => {
  const chapter: PageEntry = { href: '/manual/codes.html', title: '提示代码', kind: 'manual' }
  const unit: PageEntry = { href: '/b.html', title: '市水务局', kind: 'unit' }
  expect(Object.keys(titlesOf(chapter, unit))).toEqual(['单位', '使用手册'])
  const { sections } = htmlSiteMap(model, [{ href: '/a.html', title: '更正', kind: null }])
  expect(sections.map(({ title }) => title)).not.toContain('使用手册')
})

test('a page of another kind without a period, or of a period that has no section, is a column too', () => {
  const titles = titlesOf(
    { href: '/a.html', title: '一类问题', kind: 'issue' },
    { href: '/b.html', title: '早年的报告', kind: 'self-inspection', period: '1999-q1' },
  )
  expect(titles).toEqual({ 栏目: ['一类问题', '早年的报告'] })
})
