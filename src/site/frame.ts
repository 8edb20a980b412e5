import * as at from './addresses.ts'
import { hasCorrections } from './corrections.ts'
import { siteData } from './data.ts'
import { chapters } from './manual.ts'

export interface NavEntry {
  id: string
  label: string
  href: string
}

/** What every page has around it. An entry whose page would be empty is not there. */
export function siteFrame(): {
  name: string
  banner?: string
  nav: NavEntry[]
  footer: { label?: string; text: string; href?: string }[]
} {
  const { dataset, index } = siteData()
  const { site } = dataset
  const order = [...index.orders.keys()].at(-1)
  const nav: (NavEntry | null)[] = [
    { id: 'home', label: '首页', href: at.home },
    { id: 'inspections', label: '检查结果', href: at.inspectionList },
    index.issues.length > 0 ? { id: 'issues', label: '问题', href: at.issueList } : null,
    { id: 'units', label: '单位', href: at.unitList },
    index.deadlines.length > 0 ? { id: 'deadlines', label: '期限', href: at.deadlineBoard } : null,
    order === undefined
      ? null
      : { id: 'register', label: '自查整改台账', href: at.registerPage(order) },
    hasCorrections() ? { id: 'corrections', label: '更正', href: at.correctionList } : null,
    { id: 'method', label: '计算说明', href: at.method },
    { id: 'search', label: '搜索', href: at.search },
  ]
  return {
    name: site.name,
    ...(site.notice === undefined ? {} : { banner: site.notice }),
    nav: nav.filter((entry) => entry !== null),
    footer: [
      ...(site.source === undefined
        ? []
        : [
            {
              label: '数据来源',
              text: site.source.title,
              ...(site.source.address === undefined ? {} : { href: site.source.address }),
            },
          ]),
      ...(site.contact === undefined ? [] : [{ label: '联系', text: site.contact }]),
      { text: '关于本站', href: at.about },
      { text: '网站地图', href: at.siteMap },
      ...chapters()
        .slice(0, 1)
        .map(({ title, href }) => ({ text: title, href })),
    ],
  }
}
