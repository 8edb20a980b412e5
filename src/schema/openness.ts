import { z } from 'zod'
import { acknowledged } from './acknowledgement.ts'
import { corrections } from './correction.ts'
import { count } from './figure.ts'
import {
  consultationKinds,
  consultationMeans,
  disclosures,
  interpretationForms,
  policyKinds,
} from './openness-codes.ts'
import {
  codesWithWords,
  day,
  described,
  httpAddress,
  id,
  missing,
  name,
  phrase,
  yesNo,
} from './scalars.ts'

const dayOrReason = z.union([day, missing], { error: 'expects-date' })
const countOrReason = z.union([count, missing], { error: 'expects-figure' })

/** What a program finds in the ledger, or where it compares annual reports, for a person to confirm. */
const findingKinds = {
  reuse: '年度报告内容与往年雷同',
  'no-interpretation': '全年没有解读',
  interpretation: '文件没有解读',
  gazette: '文件没有报送公报',
  feedback: '没有反馈意见采纳情况',
  report: '没有公布年度报告',
} as const
export type FindingKind = keyof typeof findingKinds

const keysOf = <T extends string>(words: Readonly<Record<T, string>>): [T, ...T[]] =>
  Object.keys(words) as [T, ...T[]]

/** One of some codes, each with its words, which editors show beside them. */
const oneOf = <T extends string>(words: Readonly<Record<T, string>>) =>
  z
    .enum(keysOf(words), { error: 'expects-choice' })
    .meta({ enumDescriptions: keysOf(words).map((key) => words[key]) })

/** A choice among codes, whose description lists the words of each. */
const choice = <T extends string>(words: Readonly<Record<T, string>>, title: string) =>
  described(oneOf(words), title, codesWithWords(words))

const interpretationItem = z.strictObject({
  title: described(name, '标题', undefined, '《示例市小微企业贷款贴息管理办法》解读'),
  form: choice(interpretationForms, '形式'),
  published: described(dayOrReason, '发布日期', '不知道的填 not-stated，不算进早晚', '2023-05-10'),
  url: described(
    httpAddress,
    '网址',
    undefined,
    'https://www.example.com/zwgk/jiedu/1.html',
  ).optional(),
  links_to_policy: described(
    yesNo,
    '链接到文件',
    '解读页上有没有文件的链接；没有看过的不填',
  ).optional(),
  linked_from_policy: described(
    yesNo,
    '文件链接到解读',
    '文件页上有没有解读的链接；没有看过的不填',
  ).optional(),
})
export type InterpretationItem = z.infer<typeof interpretationItem>

const stepDone = (title: string, description: string) =>
  described(
    z.union([yesNo, missing], { error: 'expects-yes-no-or-not-stated' }),
    title,
    description,
  ).optional()

/** The three steps that a document and its interpretation take together (三同步). */
const together = z.strictObject({
  drafted: stepDone('同步起草', '解读与文件同步起草的填 true，不是的填 false'),
  reviewed: stepDone('同步审批', '解读与文件同步审批的填 true，不是的填 false'),
  published: stepDone('同步发布', '解读与文件同步发布的填 true，不是的填 false'),
})

const policy = z.strictObject({
  title: described(
    name,
    '标题',
    undefined,
    '示例市财政局关于印发《示例市小微企业贷款贴息管理办法》的通知',
  ),
  number: described(
    z.union([name, missing], { error: 'expects-text' }),
    '发文字号',
    '没有文号的写 not-applicable，不知道的写 not-stated',
    '示财规〔2023〕2号',
  ).optional(),
  kind: choice(policyKinds, '种类'),
  disclosure: choice(disclosures, '公开属性').optional(),
  published: described(dayOrReason, '公开日期', '不知道的填 not-stated', '2023-05-10'),
  url: described(
    httpAddress,
    '网址',
    undefined,
    'https://www.example.com/zwgk/wenjian/1.html',
  ).optional(),
  interpretation: described(
    z.strictObject({
      items: described(
        z.array(interpretationItem).min(1),
        '各份解读',
        '一份也没有的不填',
      ).optional(),
      together: described(
        together,
        '三同步',
        '起草、审批在机关内部，网站看不出来：只凭这里填的，不按发布日期推断',
      ).optional(),
    }),
    '解读',
  ).optional(),
  gazette: described(
    z.strictObject({
      sent: described(dayOrReason, '报送公报的日期', '还没有报送的不填', '2023-05-20').optional(),
      reason: described(phrase, '不报送的理由', undefined, '内容只涉及内部管理').optional(),
    }),
    '政府公报',
    '本单位的一段；刊登在哪一期由办公室写',
  ).optional(),
})
export type Policy = z.infer<typeof policy>

/** `not-yet`: the unit itself says that it has not published what became of the opinions. */
const feedback = z.union(
  [
    z.strictObject({
      published: described(dayOrReason, '公布日期', undefined, '2023-04-20'),
      url: described(
        httpAddress,
        '网址',
        undefined,
        'https://www.example.com/hdjl/fankui/1.html',
      ).optional(),
    }),
    described(z.literal('not-yet'), '还没有公布'),
  ],
  { error: 'expects-feedback' },
)

const consultation = z.strictObject({
  title: described(
    name,
    '标题',
    undefined,
    '关于《示例市小微企业贷款贴息管理办法（征求意见稿）》公开征求意见的公告',
  ),
  kind: choice(consultationKinds, '种类'),
  means: described(
    z.array(oneOf(consultationMeans)).min(1),
    '方式',
    codesWithWords(consultationMeans),
    ['notice', 'questionnaire'],
  ).optional(),
  market_entities: described(
    yesNo,
    '涉及经营主体',
    '与经营主体的生产经营密切相关的填 true，征求意见的天数另有要求',
  ).optional(),
  opened: described(dayOrReason, '开始日期', undefined, '2023-03-01'),
  closes: described(dayOrReason, '截止日期', undefined, '2023-03-31'),
  shortened: described(
    phrase,
    '缩短的理由',
    '因特殊情况缩短了征求意见天数的，照公告写理由',
    '因应急需要',
  ).optional(),
  received: described(countOrReason, '收到意见', undefined, 12).optional(),
  adopted: described(countOrReason, '采纳意见', undefined, 5).optional(),
  feedback: described(
    feedback,
    '意见采纳情况反馈',
    '公布了的写日期；还没有公布的写 not-yet；不知道的不填',
  ).optional(),
  url: described(
    httpAddress,
    '网址',
    undefined,
    'https://www.example.com/hdjl/zhengji/1.html',
  ).optional(),
  policy: described(
    id,
    '后来印发的文件',
    '本单位台账 policies 里的编号；还没有印发的不填',
    '2023-caizheng-01',
  ).optional(),
})
export type Consultation = z.infer<typeof consultation>

const annualReport = z.strictObject({
  year: described(
    z.int({ error: 'expects-year' }).min(1000, { error: 'expects-year' }).max(9999, {
      error: 'expects-year',
    }),
    '年度',
    '报告写的是哪一年，与文件夹的年份相同',
    2023,
  ),
  published: described(dayOrReason, '公布日期', '不知道的填 not-stated', '2024-01-28'),
  url: described(
    httpAddress,
    '网址',
    undefined,
    'https://www.example.com/zwgk/nianbao/2023.html',
  ).optional(),
})
export type AnnualReport = z.infer<typeof annualReport>

/** `data/openness/<year>/<unit>.yaml`: what a unit says of its own documents and consultations. */
export const unitOpenness = z.strictObject({
  policies: described(
    z.record(id, policy),
    '政策文件',
    '左边是编号，全站不重复，公开以后不再改；当年公开的文件',
  ).optional(),
  consultations: described(
    z.record(id, consultation),
    '征求意见',
    '左边是编号，全站不重复，公开以后不再改；当年开始的征求意见',
  ).optional(),
  annual_report: described(annualReport, '政府信息公开工作年度报告').optional(),
  corrections: described(corrections, '更正').optional(),
  acknowledged,
})
export type UnitOpenness = z.infer<typeof unitOpenness>

const judgement = z.strictObject({
  owes: described(yesNo, '应当解读', 'true 应当解读，false 不用解读；没有判断的，整条不写'),
  reason: described(phrase, '理由', undefined, '行政规范性文件，涉及企业申报'),
})

/** What a finding that became an issue is about: the ledger says later whether it is still so. */
export const findingSubject = z.strictObject({
  finding: choice(findingKinds, '发现'),
  year: described(
    z.int({ error: 'expects-year' }).min(1000, { error: 'expects-year' }).max(9999, {
      error: 'expects-year',
    }),
    '年度',
    '台账或者年度报告的年份',
    2023,
  ),
  records: described(z.array(id).min(1), '文件或征求意见', '台账里的编号', [
    '2023-caizheng-01',
  ]).optional(),
})
export type FindingSubject = z.infer<typeof findingSubject>

const look = z.strictObject({
  looked_on: described(
    day,
    '核查日期',
    '办公室核对这个单位的日期；没有核对过就不填，早晚、未解读都不作判断',
    '2024-01-10',
  ).optional(),
  complete: described(
    yesNo,
    '清单齐全',
    '核对过这个单位当年的文件都在清单里的填 true；只有这样，才会写“全年未解读”',
  ).optional(),
  report_due: described(
    day,
    '年度报告的期限',
    '按层级算不出、文件另有规定的才填',
    '2024-02-15',
  ).optional(),
  report_compared: described(
    z.strictObject({
      on: described(day, '比对日期', undefined, '2024-03-20'),
      repeats: described(
        yesNo,
        '与上年雷同',
        '看过比对的依据，由人判断：true 雷同，false 不雷同；没有比对的，整条不写',
      ),
    }),
    '年度报告比对',
    '这一年的年度报告与上年相比，人工核对以后才填',
  ).optional(),
})

/** `data/openness/<year>.yaml`: the office's own file: judgements, looks and the gazette. */
export const officeOpenness = z.strictObject({
  units: described(z.record(id, look), '各单位的核查', undefined, {
    caizheng: { looked_on: '2024-01-10', complete: true },
  }).optional(),
  judgements: described(
    z.record(id, judgement),
    '要不要解读',
    '左边是文件的编号；一份文件要不要解读由人判断，写明理由',
    { '2023-caizheng-01': { owes: true, reason: '行政规范性文件，涉及企业申报' } },
  ).optional(),
  gazette: described(
    z.strictObject({
      from: described(
        z.array(id).min(1),
        '应当报送的层级',
        'site.yaml 中 tiers 的编号；没有写的层级不算应登未登',
        ['department'],
      ).optional(),
      printed: described(z.record(id, name), '已经刊登', '左边是文件的编号，右边照抄哪一期', {
        '2023-caizheng-01': '2023年第3期',
      }).optional(),
      exempt: described(z.record(id, phrase), '不用刊登', '左边是文件的编号，右边是理由', {
        '2023-caizheng-02': '市政府已经全文转发',
      }).optional(),
    }),
    '政府公报',
  ).optional(),
  annual_reports: described(
    z.strictObject({
      departments: described(
        z.array(id).min(1),
        '县级以上部门',
        'tiers 的编号；期限是次年1月31日',
        ['department'],
      ).optional(),
      governments: described(
        z.array(id).min(1),
        '县级以上政府',
        'tiers 的编号；期限是次年3月31日',
        ['county'],
      ).optional(),
    }),
    '年度报告的期限按层级',
    '依据《中华人民共和国政府信息公开条例》第四十九条；两处都没有写的层级，不判断早晚',
  ).optional(),
  corrections: described(corrections, '更正').optional(),
  acknowledged,
})
export type OfficeOpenness = z.infer<typeof officeOpenness>
