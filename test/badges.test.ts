import { expect, onTestFinished, test, vi } from 'vitest'
import { registerOf } from '#domain/register.ts'
import * as at from '#site/addresses.ts'
import { siteBadges } from '#site/badges.ts'
import { forgetSiteData, siteData } from '#site/data.ts'
import { registerWords } from '#site/register-words.ts'

// The day before the deadline of the fictional city, the day itself and the day after.
test.each(['2025-06-05', '2025-06-06', '2025-06-07'])(
  'on %s every badge says what the register says, but for the days that run',
  (day) => {
    vi.stubEnv('DATA_DIR', 'test/cases/official/data')
    vi.stubEnv('CONTENT_DIR', 'test/cases/official/content')
    vi.stubEnv('AS_OF', day)
    forgetSiteData()
    onTestFinished(() => {
      vi.unstubAllEnvs()
      forgetSiteData()
    })
    const { dataset, index } = siteData()
    const badges = siteBadges()
    const rows = [...index.orders.values()].flatMap((order) => {
      const { period, rows: units } = registerOf(dataset, order, day)
      return units.map(({ unit, status }) => [
        badges.get(at.badge(period, unit))?.state,
        registerWords(status).label.replace(/，还有\d+天$/, ''),
      ])
    })
    expect(rows.length).toBe(badges.size)
    expect(rows.filter(([badge, register]) => badge !== register)).toEqual([])
    if (day === '2025-06-06') expect(rows.flat()).toContain('今日到期')
  },
)
