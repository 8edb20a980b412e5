import { z } from 'zod'
import { period } from './period.ts'
import { day, described, id, phrase, yesNo } from './scalars.ts'

/** On whom the document lays the duty. Nobody else is ever shown as owing it. */
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
  .regex(/^([01]\d|2[0-4]):[0-5]\d$/, { error: 'expects-time' })

export const deadline = z
  .strictObject({
    what: described(
      z.enum(['rectification-report', 'self-inspection', 'other'], { error: 'expects-duty' }),
      '事项',
      'rectification-report 书面整改报告，self-inspection 自查整改公开',
    ),
    title: described(phrase, '事项名称', undefined, '书面报送突出问题整改情况'),
    who: described(audience, '由谁完成', undefined, { appendix: 'prominent' }),
    who_stated: described(phrase, '原文对象', '照文件的写法', '全市各级各部门').optional(),
    period: described(
      period.extend({ id: described(id, '期', undefined, '2024-q2') }),
      '自查所属的期',
      '自查整改公开的那一期',
    ).optional(),
    areas: described(z.array(id).min(1), '涉及的领域', undefined, [
      'openness',
      'websites',
    ]).optional(),
    due: described(day, '期限', '文件没有写日期的不填，改填 words', '2024-03-15').optional(),
    time: described(clock, '时刻', '文件写明几点的，例如 "12:00"', '12:00').optional(),
    words: described(phrase, '文字期限', '没有日期的要求，例如：当日清零、每月至少1篇').optional(),
    inclusive: described(yesNo, '含当日', '不填按含当日计算').optional(),
    stated: described(phrase, '原文期限', '照文件的写法', '2024年3月15日前').optional(),
    deliverable: described(
      z.enum(['written', 'electronic', 'public'], { error: 'expects-deliverable' }),
      '形式',
      'written 书面报送，electronic 电子报送，public 主动公开；文件没有写明的不填',
    ).optional(),
    to: described(phrase, '报送对象', undefined, '市政府办公室').optional(),
  })
  .refine(({ due, words }) => due !== undefined || words !== undefined, { error: 'deadline-empty' })
export type Deadline = z.infer<typeof deadline>
