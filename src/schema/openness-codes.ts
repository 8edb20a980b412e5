/** What a policy document is. */
export const policyKinds = {
  normative: '行政规范性文件',
  important: '重要政策文件',
  other: '其他政策文件',
} as const

/** How an interpretation is presented. */
export const interpretationForms = {
  text: '文字',
  chart: '图解',
  video: '视频',
  press: '新闻发布',
  expert: '专家解读',
  leader: '负责人解读',
  questions: '问答',
  other: '其他',
} as const

/** How a document is disclosed (公开属性). */
export const disclosures = {
  proactive: '主动公开',
  'on-request': '依申请公开',
  none: '不予公开',
} as const

/** What a consultation is about. */
export const consultationKinds = {
  'major-decision': '重大行政决策',
  normative: '行政规范性文件',
  other: '其他',
} as const

/** How opinions are asked for. */
export const consultationMeans = {
  notice: '公开征集',
  questionnaire: '问卷调查',
  hearing: '听证会',
  discussion: '座谈会',
  experts: '专家论证',
  other: '其他',
} as const
