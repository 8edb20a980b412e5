import { z } from 'zod'
import { period } from './period.ts'
import { day, described, id, name, yesNo } from './scalars.ts'

/** Who has the duty according to the document. Nobody else is ever shown as owing it. */
const audience = z.union(
  [
    z.literal('all-units'),
    z.literal('not-stated'),
    z.array(id).min(1),
    z.strictObject({ appendix: described(id, '附件', '附件表中所列的单位', 'prominent') }),
  ],
  { error: 'expects-audience' },
)

const clock = z
  .string({ error: 'expects-time' })
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'expects-time' })

/** A number of days after a day, which itself is not counted. */
const within = z.strictObject({
  days: described(z.int({ error: 'expects-count' }).min(1).max(999), '天数', undefined, 10),
  kind: described(
    z.enum(['working', 'calendar'], { error: 'expects-kind-of-day' }),
    '怎样算天',
    'working 工作日（按国务院办公厅公布的放假和调休安排），calendar 自然日',
  ),
  after: described(
    z.union([day, z.string().regex(/^(issued|published)$/)], { error: 'expects-start-day' }),
    '起算日',
    '从这一天的次日起算：日期，或 issued 文件的成文日期、published 文件的原发布日期；各单位起算日不同的（如“收到后”）不填',
    'issued',
  ).optional(),
})
export type Within = z.infer<typeof within>

/** A duty that recurs without an end. */
const every = z.strictObject({
  count: described(z.int({ error: 'expects-count' }).min(1).max(99), '几个', undefined, 1),
  unit: described(
    z.enum(['day', 'week', 'month', 'quarter', 'half-year', 'year']),
    '时间单位',
    'day 日，week 周，month 月，quarter 季度，half-year 半年，year 年',
    'month',
  ),
})
export type Every = z.infer<typeof every>

export const deadline = z
  .strictObject({
    what: described(
      z.enum(['rectification-report', 'self-inspection', 'other'], { error: 'expects-duty' }),
      '事项',
      'rectification-report 书面整改报告，self-inspection 自查整改公开',
    ),
    title: described(name, '事项名称', undefined, '书面报送突出问题整改情况'),
    who: described(audience, '由谁完成', undefined, { appendix: 'prominent' }),
    who_stated: described(name, '原文对象', '照文件的写法', '全市各级各部门').optional(),
    period: described(
      period.extend({ id: described(id, '期', undefined, '2024-q2') }),
      '自查所属的期',
      '自查整改公开的那一期',
    ).optional(),
    areas: described(z.array(id).min(1), '涉及的领域', undefined, [
      'openness',
      'websites',
    ]).optional(),
    due: described(
      day,
      '期限',
      '文件没有写日期的不填，改填 within、every 或 words',
      '2024-03-15',
    ).optional(),
    within: described(within, '几天之内', '文件写“印发后10个工作日内”这类期限的，由程序算出日期', {
      days: 10,
      kind: 'working',
      after: 'issued',
    }).optional(),
    every: described(
      every,
      '多久一次',
      '反复要做、没有截止日期的要求，例如每月至少1篇；列在长期要求里',
      { count: 1, unit: 'month' },
    ).optional(),
    time: described(
      clock,
      '时刻',
      '文件写明几点的，例如 "12:00"；"24:00" 是当天结束',
      '12:00',
    ).optional(),
    words: described(
      name,
      '文字期限',
      '算不出日期的要求，照文件的写法，例如：当日清零、每月至少1篇、收到后3个工作日内',
    ).optional(),
    inclusive: described(
      yesNo,
      '含当日',
      '文件写明含不含 due 这一天的才填；不填按含当日计算，网页注明文件未写明',
    ).optional(),
    stated: described(name, '原文期限', '照文件的写法', '2024年3月15日前').optional(),
    deliverable: described(
      z.enum(['written', 'electronic', 'public'], { error: 'expects-deliverable' }),
      '形式',
      'written 书面报送，electronic 电子报送，public 主动公开；文件没有写明的不填',
    ).optional(),
    to: described(name, '报送对象', undefined, '市政府办公室').optional(),
  })
  .refine(saysWhen, { error: 'deadline-empty' })
  .refine(
    ({ due, within, every: again }) =>
      [due, within, again].filter((one) => one !== undefined).length <= 1,
    { error: 'deadline-twice' },
  )
export type Deadline = z.infer<typeof deadline>

/**
 * Whether a deadline says when it is. A number of days without a start needs the words of the
 * document.
 */
function saysWhen(one: {
  due?: string | undefined
  words?: string | undefined
  stated?: string | undefined
  within?: Within | undefined
  every?: Every | undefined
}): boolean {
  const { due, words, stated, within, every: again } = one
  if (due !== undefined || words !== undefined || again !== undefined) return true
  return within !== undefined && (within.after !== undefined || stated !== undefined)
}
