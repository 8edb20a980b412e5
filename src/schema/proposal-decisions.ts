import { z } from 'zod'
import { described, id, phrase, yesNo } from './scalars.ts'

const decision = z.strictObject({
  decision: described(
    z.enum(['confirm', 'dismiss']),
    '怎样处理',
    'confirm 写成问题，dismiss 不是问题、排除',
  ),
  text: described(phrase, '问题', '写成问题的必填，用自己的话').optional(),
  remark: described(phrase, '备注').optional(),
  period: described(id, '写进哪一期检查', '与上面的 period 不同的才填', '2024-q1').optional(),
  units: described(
    z.array(phrase).min(1),
    '单位',
    '单位编号或者名称；提示里的名称在单位名录里的不用填',
    ['caizheng'],
  ).optional(),
  area: described(id, '检查领域', '不填是 openness').optional(),
  indicator: described(id, '检查指标').optional(),
  publish_evidence: described(yesNo, '公开依据', '不填就不公开').optional(),
  reason: described(phrase, '理由', '排除的必填').optional(),
})

/**
 * What an officer decided on proposals, by their ids: a working paper that the page of proposals makes.
 * Neither severity nor counting is in it.
 */
export const proposalDecisions = z.strictObject({
  period: described(id, '写进哪一期检查', undefined, '2024-q1').optional(),
  decisions: described(
    z.record(z.string().regex(/^[\da-f]{10}$/, { error: 'expects-id' }), decision),
    '处理',
    '左边是提示的编号',
  ),
})
export type ProposalDecisions = z.infer<typeof proposalDecisions>
