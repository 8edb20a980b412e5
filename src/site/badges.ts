import { chineseDate } from '#domain/calendar.ts'
import { registerOf, type RegisterState } from '#domain/register.ts'
import { termsOf, termsText } from '#domain/terms.ts'
import type { Badge } from '#exports/badge.ts'
import * as at from './addresses.ts'
import { siteData } from './data.ts'
import { unitName } from './names.ts'
import { registerWords } from './words.ts'

/** The states that the next day may turn; days that run are left out, for a picture is not built daily. */
const turning: Partial<Record<RegisterState['state'], string>> = {
  upcoming: '未到期',
  'due-today': '未到期',
  'not-recorded': '期限已过，本站未收录',
}

const done = new Set<RegisterState['state']>(['on-time', 'late', 'published', 'undated'])

/** A badge for every unit of every register, by its address. */
export function siteBadges(): ReadonlyMap<string, Badge> {
  const { dataset, index, asOf } = siteData()
  const terms = termsText(termsOf(dataset.site))
  return new Map(
    [...index.orders.values()].flatMap((order) => {
      const { period, label, rows } = registerOf(dataset, order, asOf)
      return rows.map(({ unit, status }): [string, Badge] => {
        const turns = turning[status.state]
        return [
          at.badge(period, unit),
          {
            label: `${unitName(unit)}${label}自查整改`,
            state: turns ?? registerWords(status).label,
            asOf: turns === undefined ? undefined : chineseDate(asOf),
            isDone: done.has(status.state),
            terms,
          },
        ]
      })
    }),
  )
}
