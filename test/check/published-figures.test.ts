import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadChecked } from '#build/load-checked.ts'
import { wording } from '#messages/format.ts'
import { sample, findings } from '../support/authored.ts'
import { folderOf } from '../support/folder.ts'

/*
 * Figures as offices printed them, each as the smallest inspection that states them: figures that
 * do not reconcile, and figures that seem not to but do.
 */

const register = {
  'data/site.yaml': `
format: 2
name: 示例公示
place: 示例市
official: false
registration: not-applicable
time_zone: Asia/Shanghai
rate_decimals: 2
areas:
  websites: { name: 政府网站 }
  media: { name: 政务新媒体 }
  messages: { name: 网民留言 }
tiers: { county: 县（区） }
platforms: { 微信公众号: [] }`,
  'data/units.yaml': 'roster: partial\nunits: { jia: { name: 甲县, tier: county } }',
  'data/channels.yaml': `
channels:
  one: { platform: 微信公众号, name: 账号一, unit: jia }
  two: { platform: 微信公众号, name: 账号二, unit: jia }
  three: { platform: 微信公众号, name: 账号三, unit: jia }`,
  'data/indicators/local.yaml': `
title: 指标
source: 示例
indicators: { stale: { name: 不更新, area: media, kind: veto, verified: true } }`,
}

/**
 * The findings of the check for the areas of an inspection, and for its issues if a row needs them.
 */
function verdict(areas: string, issues = ''): { found: string[]; hints: string[] } {
  const file = 'data/inspections/row.yaml'
  const inspection = `
period: { label: 某期, start: 1990-01-01, end: 1990-03-31 }
issuer: 示例机关
published_here: 1990-04-10
areas: ${areas}
${issues}`
  const folder = folderOf({ ...register, [file]: inspection })
  const { problems } = loadChecked({ data: join(folder, 'data'), content: folder })
  const own = problems.filter((problem) => problem.file === file)
  return {
    found: own.map(({ level, code }) => `${level} ${code}`),
    hints: own.map((problem) => Object.values(wording(problem)).join('')),
  }
}

/** A rate that contradicts its counts, with or without a reading that fits. */
const misprint = /^warning rate-(differs|differs-near|impossible)$/

describe('A. a misprint or a wrong base warns, and names the causes', () => {
  test.each([
    [
      '吴忠 2025 Q1',
      '99.96%',
      '{ tally: { checked: 289, failed: 9 }, rates: { passed: { stated: "99.96%" } } }',
    ],
    [
      '甘孜 2021 Q2',
      '62.5%',
      '{ rates: { 回复率: { stated: "62.5%", numerator: 25, denominator: 39 } } }',
      '25/40',
    ],
    [
      '商洛 2020 Q4',
      '约64.6%',
      '{ tally: { total: 240, checked: 151 }, rates: { 检查比例: { stated: 约64.6%, numerator: checked, denominator: total } } }',
    ],
    [
      '商洛 2020 Q4 without the counts of its rate',
      '约64.6%',
      '{ tally: { total: 240, checked: 151 }, rates: { 抽查比例: { stated: 约64.6% } } }',
    ],
    [
      '甘孜 2021 Q2 without the counts of its rate',
      '62.5%',
      '{ tally: { checked: 39, closed: 25 }, rates: { 回复率: { stated: "62.5%" } } }',
    ],
    [
      '青海 2020 Q3',
      '94.3%',
      '{ tally: { checked: 134, failed: 8 }, rates: { passed: { stated: "94.3%" } } }',
    ],
    [
      '无锡 2021 Q4',
      '95.0%',
      '{ rounds: { 12月: { sets_rate: true, tally: { checked: 461, failed: 24 }, rates: { passed: { stated: "95.0%" } } } } }',
      '438/461',
    ],
    [
      '西藏 2022 Q3 抖音',
      '48.48%',
      '{ splits: { platform: { of: checked, parts: { 抖音: { tally: { checked: 38, failed: 17 }, rates: { passed: { stated: "48.48%" } } } } } } }',
      '16/33',
    ],
    [
      '西藏 2022 Q3 山南',
      '35.30%',
      '{ rates: { passed: { stated: "35.30%", numerator: 6, denominator: 17 } } }',
    ],
  ])('%s: %s', (_place, stated, area, reading = '') => {
    const { found, hints } = verdict(`{ media: ${area} }`)
    expect(found).toEqual([expect.stringMatching(misprint)])
    expect(hints[0]).toContain(stated)
    expect(hints[0]).toContain(reading)
    for (const cause of [/四舍五入|截断/, /分母/, /有误/]) expect(hints[0]).toMatch(cause)
  })

  test('黑龙江 2022 Q2: 44 → 76, 42.1%', () => {
    const { found, hints } = verdict(
      '{ websites: { figures: { 90分以上: { value: 76, changes: [{ base: 一季度, from: 44, direction: up, value: 42.1, unit: "%" }] } } } }',
    )
    expect(found).toEqual(['warning change-differs'])
    expect(hints[0]).toContain('42.1')
    expect(hints[0]).toContain('72.7')
  })

  // Contradicting counts are refused until the editor marks them as printed in the document.
  test.each([
    [
      '镇巴 2022 Q2',
      'parts-do-not-add-up',
      'tally: { total: 56 }, figures: { 关停: 13 }, splits: { platform: { of: total, parts: { 甲: 31, 乙: 10, 丙: 2 } } }',
      ['43', '56'],
    ],
    [
      '西藏 2022 Q3',
      'parts-do-not-add-up',
      'tally: { failed: 53 }, splits: { tier: { of: failed, parts: { 甲: 25, 乙: 8, 丙: 17, 丁: 1 } } }',
      ['51', '53'],
    ],
    [
      '闽侯 2025',
      'count-exceeds',
      'tally: { total: 21, checked: 28 }, splits: { platform: { of: total, parts: { 甲: 18, 乙: 1, 丙: 2 } } }',
      ['28', '21'],
    ],
  ])('%s: %s', (_place, code, area, figures) => {
    expect(verdict(`{ media: { ${area} } }`).found).toEqual([`error ${code}`])
    const { found, hints } = verdict(`{ media: { ${area}, as_printed: true } }`)
    expect(found).toEqual([`warning ${code}`])
    for (const figure of figures) expect(hints[0]).toContain(figure)
  })
})

describe('B. a truncated rate warns, and says that it is truncated', () => {
  test.each([
    [
      '黑龙江 2024 Q2',
      '{ tally: { checked: 212 }, rates: { 整改后合格率: { stated: "99.05%", denominator: checked } } }',
    ],
    [
      '黑龙江 2024 Q2 with the passes implied',
      '{ rates: { passed: { stated: "99.05%", numerator: 210, denominator: 212 } } }',
    ],
    [
      '广西农机化服务中心 2023 Q2',
      '{ rates: { 原创率: { stated: "66%", numerator: 48, denominator: 72 } } }',
    ],
    [
      '临沂市河东区 2021 Q1, all of them checked',
      '{ coverage: full, tally: { total: 77 }, rates: { passed: { stated: "93%" } } }',
    ],
    ['临沂市河东区 2021 Q1', '{ tally: { checked: 77 }, rates: { passed: { stated: "93%" } } }'],
    [
      '开封 2024 Q1',
      '{ rates: { passed: { stated: "98.9%", numerator: 291, denominator: 294 } } }',
    ],
    [
      '西藏 2022 Q3',
      '{ rates: { passed: { stated: "54.61%", numerator: 71, denominator: 130 } } }',
    ],
  ])('%s', (_place, area) => {
    const { found, hints } = verdict(`{ media: ${area} }`)
    expect(found).toEqual(['warning rate-truncated'])
    expect(hints[0]).toContain('截断')
  })
})

describe('C. a rate that is right on another reading warns until the reading is recorded', () => {
  const outcomes = 'splits: { outcome: { of: failed, parts: { 不合格: 6, 存在突出问题: 4 } } }'
  test.each([
    [
      '咸阳 2025 Q1: only the 6 count, as a numerator',
      '287/293',
      `{ tally: { checked: 293, failed: 10 }, ${outcomes}, rates: { passed: { stated: "97.95%" } } }`,
      `{ tally: { checked: 293, failed: 10 }, ${outcomes}, rates: { passed: { stated: "97.95%", numerator: 287 } } }`,
    ],
    [
      '咸阳 2025 Q1: only the 6 count, as the failed',
      '287/293',
      `{ tally: { checked: 293, failed: 10 }, ${outcomes}, rates: { passed: { stated: "97.95%" } } }`,
      '{ tally: { checked: 293, failed: 6 }, splits: { outcome: { of: checked, parts: { 存在突出问题: 4 }, exhaustive: false } }, rates: { passed: { stated: "97.95%" } } }',
    ],
    [
      '安徽 2023 Q3: half were checked',
      '1653/1658',
      '{ tally: { total: 3316, failed: 5 }, rates: { passed: { stated: "99.70%" } } }',
      '{ tally: { total: 3316, failed: 5 }, rates: { passed: { stated: "99.70%", numerator: 1653, denominator: 1658 } } }',
    ],
    [
      '安徽 2023 Q3: the denominator by the name of its count',
      '1653/1658',
      '{ tally: { total: 3316, failed: 5 }, rates: { passed: { stated: "99.70%" } } }',
      '{ tally: { total: 3316, checked: 1658, failed: 5 }, rates: { passed: { stated: "99.70%", denominator: checked } } }',
    ],
  ])('%s', (_place, reading, unread, read) => {
    const { found, hints } = verdict(`{ media: ${unread} }`)
    expect(found).toEqual([expect.stringMatching(misprint)])
    expect(hints[0]).toContain(reading)
    expect(verdict(`{ media: ${read} }`).found).toEqual([])
  })

  test('钦州 2021 Q3: one of the three that are named does not count', () => {
    const named = (counted: boolean[]): string =>
      `issues: { ${counted
        .map((counts, n) => {
          const channel = ['one', 'two', 'three'][n]
          return `row-0${n + 1}: { area: media, units: [jia], channels: [${channel}], indicators: [stale], severity: ordinary, counts_in_rate: ${counts}, text: 长期不更新 }`
        })
        .join(', ')} }`
    const media = (failed: number): string =>
      `{ media: { tally: { checked: 165, failed: ${failed} }, rates: { passed: { stated: "98.79%" } } } }`
    const { found, hints } = verdict(media(3), named([true, true, true]))
    expect(found).toEqual([expect.stringMatching(misprint)])
    expect(hints[0]).toContain('163/165')
    expect(verdict(media(2), named([true, true, false])).found).toEqual([])
  })

  test.each([
    ['渭南 2020 Q4', 'tally: { failed: 36 }', 'failed', '{ 甲: 24, 乙: 7 }'],
    ['青海 2020 Q3', 'tally: { total: 63 }', 'total', '{ 甲: 54, 乙: 26 }'],
  ])('%s: classes that are not all, or overlap', (_place, tally, of, parts) => {
    const area = (more: string): string =>
      `{ media: { ${tally}, splits: { type: { of: ${of}, parts: ${parts}${more} } } } }`
    const { found, hints } = verdict(area(''))
    expect(found).toEqual(['error parts-do-not-add-up'])
    expect(hints[0]).toContain('exhaustive: false')
    expect(verdict(area(', exhaustive: false')).found).toEqual([])
  })
})

describe('passes without a warning', () => {
  test('the sample', () => {
    expect(findings(sample)).toEqual([])
  })

  test.each([
    [
      '江苏 2023 Q1',
      '{ media: { tally: { total: 3086 }, splits: { tier: { of: total, parts: { 甲: 118, 乙: 1170, 丙: 1798 } }, platform: { of: total, parts: { 甲: 2181, 乙: 434, 丙: 47, 丁: 424 } } } } }',
    ],
    [
      '怀柔 2023 Q1',
      '{ messages: { tally: { received: 604, closed: 580, open: 24 }, rates: { closed: { stated: "96.03%" } }, splits: { channel: { of: received, parts: { 甲: { tally: { received: 72, closed: 70, open: 2 } }, 乙: { tally: { received: 519, closed: 498, open: 21 } }, 丙: { tally: { received: 13, closed: 12, open: 1 } } } } } } }',
    ],
    [
      '四川 half-year',
      '{ media: { tally: { checked: 1400 }, rates: { passed: { stated: "98.36%" } }, splits: { tier: { of: checked, parts: { 甲: { tally: { checked: 755 }, rates: { passed: { stated: "99.47%" } } }, 乙: { tally: { checked: 645 }, rates: { passed: { stated: "97.05%" } } } } } } } }',
    ],
    [
      '北京 2023 Q1',
      '{ media: { tally: { total: 1693 }, splits: { platform: { of: total, parts: { 甲: 865, 乙: 264, 丙: 116, 丁: 106, 戊: 36, 己: 306 } } } } }',
    ],
    [
      'rates whose names tell their counts',
      '{ media: { tally: { total: 1203, running: 1180, checked: 118, valid: 60, received: 85, closed: 59 }, rates: { 抽查率: { stated: "10%" }, 抽查覆盖率: { stated: "9.81%" }, 答复率: { stated: "98.33%" }, 满意率: { stated: "91%" } } } }',
    ],
    [
      '广西 2018 Q2',
      '{ websites: { tally: { checked: 492, failed: 13 }, rates: { passed: { stated: "97.36%" } } }, messages: { tally: { received: 255, closed: 245 }, rates: { closed: { stated: "96.08%" } } } }',
    ],
  ])('%s', (_place, areas) => {
    expect(verdict(areas).found).toEqual([])
  })
})
