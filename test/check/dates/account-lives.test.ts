import { expect, test } from 'vitest'
import { accountLives } from '#check/dates/account-lives.ts'
import type { Channel } from '#schema/unit.ts'
import { inspectionWith, issue } from '../../support/dataset.ts'
import { found } from '../found.ts'

const account = { platform: '微信公众号', name: '甲县发布', unit: 'jia' }
const inspections = [inspectionWith({ issues: { '2024-q1-01': { ...issue, channels: ['a'] } } })]

const backwards = 'warning account-life-backwards data/channels.yaml channels.a.closed'
const closed =
  'warning account-closed-before data/inspections/2024-q1.yaml issues.2024-q1-01.channels.0'

test.each<[Partial<Channel>, string[]]>([
  [{}, []],
  [{ opened: '2019-06', closed: '2024-02-12' }, []],
  [{ opened: '2024-08', closed: '2023-01' }, [backwards, closed]],
  [{ opened: '2024-02-12', closed: '2024-02' }, []],
  [{ closed: '2023-12-31' }, [closed]],
  // It may have been closed on any day of the month.
  [{ closed: '2024-01' }, []],
])('an account with %j in the first quarter of 2024: %j', (parts, problems) => {
  const channels = { a: { ...account, ...parts } }
  expect(found(accountLives, { channels, inspections })).toEqual(problems)
})
