import type { Register, RegisterRow } from '#domain/register.ts'
import * as at from './addresses.ts'
import { siteData } from './data.ts'
import { unitLink } from './names.ts'
import { dateWords, registerWords } from './words.ts'

/** What stands in place of a report that is not there. */
const missingReport: Readonly<Record<RegisterRow['status']['state'], string>> = {
  'on-time': '未收录',
  late: '未收录',
  upcoming: '未到期',
  'due-today': '今天到期',
  'not-recorded': '未收录',
  overdue: '未收录',
  exempt: '不要求',
  'no-date': '未收录',
  undated: '未收录',
  published: '未收录',
}

/** What the register's table shows of one unit. */
export function registerRow(register: Register, { unit, status, report }: RegisterRow) {
  const { dataset } = siteData()
  const tier = dataset.units[unit]?.tier
  return {
    unit: unitLink(unit),
    ...(tier === undefined ? {} : { tier: dataset.site.tiers[tier] ?? tier }),
    state: registerWords(status),
    ...(report === null
      ? {}
      : {
          date: dateWords(report.published),
          report: { label: '自查整改情况', href: at.selfInspectionPage(register.period, unit) },
        }),
    ...(status.state === 'exempt' ? { note: status.reason } : {}),
    missing: missingReport[status.state],
  }
}
