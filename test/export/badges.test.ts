import { expect, test } from 'vitest'
import { registerOf } from '#model/register.ts'
import * as at from '#view/addresses.ts'
import { siteBadges } from '#export/badges.ts'
import { registerWords } from '#view/register-words.ts'
import { modelOfFolder } from '../support/model.ts'

// The day before the deadline of the fictional city, the day itself and the day after.
test.each(['2025-06-05', '2025-06-06', '2025-06-07'])(
  'on %s every badge shows the state of the register, without the number of days left',
  (day) => {
    const model = modelOfFolder('test/cases/official', day)
    const { dataset, index } = model
    const badges = siteBadges(model)
    const rows = [...index.orders.values()].flatMap((order) => {
      const { period, rows: units } = registerOf(dataset, order, day)
      return units.map(({ unit, status }) => [
        badges.get(at.badge(period, unit))?.state,
        registerWords(status).label.replace(/，还有\d+天$/, ''),
      ])
    })
    expect(rows.length).toBe(badges.size)
    expect(rows.filter(([badge, register]) => badge !== register)).toEqual([])
    if (day === '2025-06-06') expect(rows.flat()).toContain('今日（2025年6月6日）到期')
  },
)
