import { type Register, type RegisterGroup, rowsByGroup } from '#model/register.ts'
import { type ChartDescription, type ChartSeries, minPoints } from './description.ts'

/** The look of each state; no two states that a register can have together look alike. */
export const groupLooks: Readonly<Record<RegisterGroup, Pick<ChartSeries, 'tone' | 'pattern'>>> = {
  'on-time': { tone: 'main' },
  published: { tone: 'main' },
  undated: { tone: 'tint', pattern: 'plain' },
  late: { tone: 'tint', pattern: 'lines' },
  pending: { tone: 'neutral' },
  overdue: { tone: 'alert' },
  exempt: { tone: 'neutral' },
}

/** How many of the units that have to publish have done so, as far as this site has recorded. */
export function registerChart(register: Register, partial: boolean): ChartDescription | null {
  // Exempt units do not have to publish.
  const groups = rowsByGroup(register.rows).filter(({ group }) => group !== 'exempt')
  if (groups.length < minPoints) return null
  const whole = partial ? `本站收录的${register.expected}个单位中` : `${register.expected}个单位中`
  return {
    id: `register-${register.period}`,
    title: `${whole}，本站收录到${register.published}个单位的自查整改情况`,
    kind: 'stack',
    categoryName: '台账',
    categories: [register.label],
    series: groups.map(({ group, label, rows }) => ({
      name: label,
      ...groupLooks[group],
      values: [rows.length],
      display: [`${rows.length}个`],
    })),
    unit: '个',
    max: register.expected,
    totals: [`${register.expected}个`],
    caption: `${register.label}自查整改公开情况`,
  }
}
