import { expect, test } from 'vitest'
import { rateSettingRounds } from '#check/figures/rate-setting-rounds.ts'
import type { Group } from '#schema/group.ts'
import { inspectionWith } from '../../support/dataset.ts'
import { found } from '../found.ts'

const ofMedia = (media: Group): string[] =>
  found(rateSettingRounds, { inspections: [inspectionWith({ areas: { media } })] })
const place = 'data/inspections/2024-q1.yaml areas.media'
const rounds = {
  '10月': { tally: { checked: 400, failed: 12 } },
  '12月': { tally: { checked: 461, failed: 24 }, sets_rate: true },
}

test('two rounds cannot both set the rate', () => {
  const both = { ...rounds, '10月': { ...rounds['10月'], sets_rate: true } }
  expect(ofMedia({ rounds: both })).toEqual([
    `error rounds-set-rate ${place}.rounds.12月.sets_rate`,
  ])
})

test('the counts of the area equal those of the round that sets the rate', () => {
  expect(ofMedia({ rounds, tally: { checked: 461, failed: 12 } })).toEqual([
    `warning tally-not-of-round ${place}.tally.failed`,
  ])
})

test.each<[string, Group]>([
  ['the same counts', { rounds, tally: { total: 500, checked: 461, failed: 24 } }],
  ['no counts of its own', { rounds }],
  [
    'a count that is hedged in one place',
    { rounds, tally: { checked: { value: 460, approximate: true, stated: '460余' } } },
  ],
  ['a count that is not stated', { rounds, tally: { failed: 'not-stated' } }],
  ['no round that sets the rate', { rounds: { '10月': rounds['10月'] }, tally: { failed: 1 } }],
])('%s: no problem', (_, media) => {
  expect(ofMedia(media)).toEqual([])
})
