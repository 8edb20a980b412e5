import { chineseDate } from '#domain/calendar.ts'
import type { Register, RegisterRow } from '#domain/register.ts'
import * as at from './addresses.ts'
import { siteData } from './data.ts'
import { unitLink } from './present.ts'
import { registerWords } from './words.ts'

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
          date: chineseDate(report.published),
          report: { label: '自查整改情况', href: at.selfInspectionPage(register.period, unit) },
        }),
    missing:
      status.state === 'exempt' ? status.reason : status.state === 'upcoming' ? '未到期' : '未收录',
  }
}
