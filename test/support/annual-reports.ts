import { Random } from '#tools/demo/random.ts'

/**
 * Fictional annual reports for comparisons. Sentences are drawn from parts, each shorter than the
 * runs that are compared, so that two reports share long passages only where one was copied.
 */
export interface FictionalReport {
  readonly unit: string
  readonly year: number
  /** The parts of 总体情况, by their headings. */
  readonly overall: Readonly<Record<string, readonly string[]>>
  readonly problems: readonly string[]
  readonly other: readonly string[]
}

const words = {
  when: '一年来 年初 上半年 下半年 第三季度 全年 年内 每月 每季度 近期 汛期 年底前 节假日前后 换届期间'.split(
    ' ',
  ),
  who: '办公室 分管负责人 各科室 信息中心 机关党委 下属事业单位 窗口人员 法规科 宣传专班 乡镇联络员 值班人员 政务公开专班 第三方机构 业务骨干 青年干部'.split(
    ' ',
  ),
  how: '逐项对照清单 结合岗位职责 采取分片包干方式 通过现场督导 会同兄弟单位 借助数据平台 运用问卷调查 依托基层站点 按照轻重缓急 深入田间地头 走进企业车间 参照先进地区经验 邀请群众代表 围绕堵点难点 按月调度进展'.split(
    ' ',
  ),
  act: '梳理 更新 归集 解读 核对 补录 规范 优化 完善 公布 清理 校对 拓展 细化 整合 复核 迁移 压减 编印 推送'.split(
    ' ',
  ),
  which: '重点 常规 历史 涉企 惠民 便民 本级 基层 专项 年度 存量 热点 跨部门 移动端 双语'.split(
    ' ',
  ),
  tail: '让群众看得懂 方便企业查找 减少重复填报 确保口径一致 避免信息滞后 提高办事效率 回应社会关切 形成工作闭环 压实各级责任 打通最后一步 接受公众评议 巩固整治成果 带动作风转变 节约行政成本 弥补人手短缺'.split(
    ' ',
  ),
  unit: '条 件 次 篇 期 份 人次 场 项 个'.split(' '),
  weak: '更新节奏不够均衡 解读形式偏于单一 个别栏目内容偏少 经办人员变动频繁 答复文书不够严谨 数据利用程度不高 基层力量相对薄弱 新媒体互动不多 目录划分不尽合理 群众参与渠道有限 图表解读占比较低 检索功能不够灵敏'.split(
    ' ',
  ),
  cause:
    '业务培训不够系统 人手配备不足 考核约束偏软 沟通机制不畅 技术支撑滞后 认识深浅不一 流程衔接不紧 经费安排有限'.split(
      ' ',
    ),
  plan: '开设专题课堂 建立轮岗带教制度 纳入科室绩效 每周通报一次 引入智能校对工具 增设意见征集入口 编写操作手册 定期回访申请人 推行首问负责 组织交叉检查 设置体验专员 制作短视频'.split(
    ' ',
  ),
} as const

const topics: Readonly<Record<string, readonly string[]>> = {
  财政: '预算决算 专项债券 政府采购 转移支付 会计监管 绩效评价 惠农补贴 国库支付 资产处置'.split(
    ' ',
  ),
  教育: '招生入学 校外培训 教师招聘 学生资助 校园食堂 课后服务 学区划片 民办学校 体育场馆'.split(
    ' ',
  ),
  交通: '公路养护 客运线路 工程招标 超限治理 道路许可 港口建设 网约车管理 桥隧检测 农村公路'.split(
    ' ',
  ),
  水务: '河湖管护 供水水质 防汛预案 取水许可 水库除险 节水改造 移民后扶 污水处理 水土保持'.split(
    ' ',
  ),
  民政: '低保救助 养老机构 社会组织 婚姻登记 殡葬服务 儿童福利 地名管理 临时救助 慈善募捐'.split(
    ' ',
  ),
  医保: '药品集采 参保缴费 异地就医 门诊统筹 基金监管 大病保险 定点机构 价格调整 生育津贴'.split(
    ' ',
  ),
  林业: '森林防火 退耕还林 采伐许可 古树保护 湿地修复 种苗检验 病虫防治 林权流转 自然保护地'.split(
    ' ',
  ),
  应急: '隐患排查 事故调查 消防演练 危化许可 避难场所 救援队伍 矿山监管 灾情统计 科普宣传'.split(
    ' ',
  ),
}
const fields = Object.keys(topics)

const patterns: readonly ((
  draw: (kind: keyof typeof words) => string,
  topic: () => string,
  count: () => string,
) => string)[] = [
  (w, t, n) =>
    `${w('when')}，${w('who')}${w('how')}，${w('act')}${w('which')}${t()}信息${n()}${w('unit')}，${w('tail')}。`,
  (w, t, n) =>
    `围绕${t()}和${t()}，${w('who')}${w('act')}了${n()}${w('unit')}内容，${w('how')}，${w('tail')}。`,
  (w, t, n) =>
    `${w('how')}${w('act')}${w('which')}栏目，其中${t()}${n()}${w('unit')}、${t()}${n()}${w('unit')}，${w('tail')}。`,
  (w, t) =>
    `针对${t()}方面咨询较多的情况，${w('who')}${w('when')}${w('act')}办理口径，${w('how')}，${w('tail')}。`,
  (w, t, n) =>
    `${w('when')}收到${t()}类来信${n()}封，${w('who')}${w('how')}全部办结，${w('tail')}。`,
  (w, t, n) =>
    `开展${t()}主题活动${n()}${w('unit')}，${w('how')}${w('act')}意见建议，${w('tail')}。`,
  (w, t) =>
    `把${t()}作为${w('which')}工作来抓，${w('who')}牵头，${w('how')}，${w('act')}台账，${w('tail')}。`,
  (w, t, n) =>
    `${w('who')}对${t()}、${t()}两类事项${w('act')}${n()}${w('unit')}，${w('when')}${w('how')}，${w('tail')}。`,
  (w, t, n) =>
    `通过政务新媒体推送${t()}图文${n()}${w('unit')}，${w('how')}，阅读量${n()}万，${w('tail')}。`,
  (w, t) =>
    `${w('act')}${t()}办事指南，${w('who')}${w('how')}，${w('when')}完成${w('which')}事项上线，${w('tail')}。`,
]

const problemPatterns: typeof patterns = [
  (w, t) => `从${t()}看，${w('weak')}，主要是${w('cause')}。`,
  (w, t) => `${t()}公开中${w('weak')}，${w('who')}对此${w('cause')}。`,
  (w, t) => `下一步，由${w('who')}${w('plan')}，${w('how')}，先从${t()}做起，${w('tail')}。`,
  (w, t) =>
    `${w('plan')}，${w('when')}${w('act')}${t()}目录，${w('who')}${w('how')}，${w('tail')}。`,
]

/** What every report has, as offices take it from each other and from the form. */
export const boilerplate = {
  opening:
    '根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》的要求，编制本报告。本报告中所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。如对本报告有疑问，请与示例市某局办公室联系，电话：0830-0000000。',
  overall:
    '我局坚持以习近平新时代中国特色社会主义思想为指导，认真贯彻落实党中央、国务院关于全面推进政务公开工作的决策部署，坚持以公开为常态、不公开为例外，着力提升政府信息公开工作质量和水平。',
  supervision: '严格落实政府信息公开保密审查制度，坚持先审查、后公开，全年未发生失泄密事件。',
  other:
    '按照《政府信息公开信息处理费管理办法》规定的按件、按量收费标准，本年度没有产生信息处理费。',
} as const

const headings = ['主动公开', '依申请公开', '政府信息管理', '平台建设', '监督保障'] as const

/** A name of a fictional unit; the same number gives the same name. */
export const unitName = (n: number): string => `示例市${fields[n % fields.length] ?? ''}${n}局`

/** New sentences of a unit. */
function sentences(random: Random, unit: number, count: number, kinds = patterns): string[] {
  const own = topics[fields[unit % fields.length] ?? ''] ?? []
  const draw = (kind: keyof typeof words): string => random.pick(words[kind])
  const number = (): string => String(random.whole(3, 980))
  return Array.from({ length: count }, () =>
    random.pick(kinds)(draw, () => random.pick(own), number),
  )
}

/** A report of a unit and a year, of about 2,500 characters. Another seed gives other sentences. */
export function fictionalReport(seed: string, n: number, year: number): FictionalReport {
  const random = new Random(`${seed}/${n}/${year}`)
  const overall = Object.fromEntries(
    headings.map((heading) => [heading, sentences(random, n, random.whole(6, 9))]),
  )
  return {
    unit: unitName(n),
    year,
    overall: {
      ...overall,
      监督保障: [...(overall['监督保障'] ?? []), boilerplate.supervision],
    },
    problems: sentences(random, n, 8, problemPatterns),
    other: [boilerplate.other, ...sentences(random, n, 2)],
  }
}

/** Changes each sentence; a sentence that becomes null is left out. */
export function mapSentences(
  report: FictionalReport,
  change: (sentence: string) => string | null,
): FictionalReport {
  const changed = (list: readonly string[]): string[] => list.flatMap((one) => change(one) ?? [])
  return {
    ...report,
    overall: Object.fromEntries(
      Object.entries(report.overall).map(([heading, list]) => [heading, changed(list)]),
    ),
    problems: changed(report.problems),
    other: changed(report.other),
  }
}

const isBoilerplate = (sentence: string): boolean =>
  Object.values(boilerplate).some((one) => one === sentence)

/** The report of the next year, as units write them. */
export const nextYear = {
  /** Nothing changed but the year of the title. */
  copied: (report: FictionalReport): FictionalReport => ({ ...report, year: report.year + 1 }),
  /** Other numbers in the same sentences. */
  numbersChanged(report: FictionalReport): FictionalReport {
    const random = new Random(`numbers/${report.unit}`)
    const next = mapSentences(report, (one) =>
      one.replace(/\d+/g, () => String(random.whole(1, 9_999))),
    )
    return { ...next, year: report.year + 1 }
  },
  /** The sentences of each part in another order. */
  shuffled(report: FictionalReport): FictionalReport {
    const random = new Random(`order/${report.unit}`)
    return {
      ...report,
      year: report.year + 1,
      overall: Object.fromEntries(
        random
          .shuffled(Object.values(report.overall))
          .map((list, n) => [headings[n] ?? '', random.shuffled(list)]),
      ),
      problems: random.shuffled(report.problems),
      other: random.shuffled(report.other),
    }
  },
  /** Words replaced by others of the same meaning. */
  synonyms: (report: FictionalReport): FictionalReport => ({
    ...mapSentences(report, (one) =>
      synonyms.reduce((text, [word, other]) => text.replaceAll(word, other), one),
    ),
    year: report.year + 1,
  }),
  /** A share of the sentences new, the others with new numbers. */
  partlyNew(report: FictionalReport, share: number, n: number): FictionalReport {
    const random = new Random(`partly/${share}/${report.unit}`)
    const next = mapSentences(nextYear.numbersChanged(report), (one) =>
      isBoilerplate(one) || !random.chance(share) ? one : (sentences(random, n, 1)[0] ?? one),
    )
    return { ...next, year: report.year + 1 }
  },
  /** Written anew; about a tenth of the sentences stay, as in any office. */
  rewritten(report: FictionalReport, n: number): FictionalReport {
    const random = new Random(`rewritten/${report.unit}`)
    const next = mapSentences(report, (one) =>
      isBoilerplate(one) || random.chance(0.1) ? one : (sentences(random, n, 1)[0] ?? one),
    )
    return { ...next, year: report.year + 1 }
  },
  /** Only what all reports have. */
  templateOnly: (report: FictionalReport): FictionalReport => ({
    ...mapSentences(report, (one) => (isBoilerplate(one) ? one : null)),
    year: report.year + 1,
  }),
  /** A few sentences. */
  short: (report: FictionalReport): FictionalReport => ({
    ...report,
    year: report.year + 1,
    overall: { 主动公开: (report.overall['主动公开'] ?? []).slice(0, 2) },
    problems: report.problems.slice(0, 1),
    other: [boilerplate.other],
  }),
} as const

const synonyms: readonly (readonly [string, string])[] = [
  ['围绕', '聚焦'],
  ['全部办结', '均已办结'],
  ['开展', '组织'],
  ['梳理', '整理'],
  ['完善', '健全'],
  ['方便', '便于'],
  ['提高', '提升'],
  ['确保', '保证'],
  ['采取', '运用'],
  ['深入', '走入'],
  ['邀请', '约请'],
  ['各科室', '各股室'],
  ['下一步', '今后'],
  ['信息', '资讯'],
  ['通过', '利用'],
  ['减少', '降低'],
  ['主要是', '原因在于'],
  ['针对', '对于'],
  ['形成', '构建'],
  ['内容', '材料'],
]

/** The tables of a report; `[received, from, handled, left]` and in force `[issued, abolished, valid]`. */
export interface ReportTables {
  readonly requests: readonly [number, number, number, number]
  readonly documents: readonly [number, number, number]
}

export const someTables: ReportTables = { requests: [12, 1, 12, 1], documents: [2, 2, 20] }

interface Block {
  readonly kind: 'title' | 'heading' | 'text' | 'table'
  readonly text?: string
  readonly rows?: readonly (readonly string[])[]
}

const row = (label: string, total: number): string[] => [
  label,
  String(total),
  '0',
  '0',
  '0',
  '0',
  '0',
  String(total),
]

/** The whole report in order, for any format. */
export function blocksOf(report: FictionalReport, tables: ReportTables = someTables): Block[] {
  const { unit, year, overall, problems, other } = report
  const [received, from, handled, left] = tables.requests
  const text = (list: readonly string[]): Block => ({ kind: 'text', text: list.join('') })
  return [
    { kind: 'title', text: `${unit}${year}年政府信息公开工作年度报告` },
    { kind: 'text', text: boilerplate.opening.replaceAll('{year}', String(year)) },
    { kind: 'heading', text: '一、总体情况' },
    { kind: 'text', text: boilerplate.overall },
    ...Object.entries(overall).flatMap(([title, list], n): Block[] => [
      { kind: 'heading', text: `（${'一二三四五六'[n] ?? ''}）${title}` },
      text(list),
    ]),
    { kind: 'heading', text: '二、主动公开政府信息情况' },
    {
      kind: 'table',
      rows: [
        ['第二十条第（一）项'],
        ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
        ['规章', '0', '0', '0'],
        ['行政规范性文件', ...tables.documents.map(String)],
      ],
    },
    { kind: 'heading', text: '三、收到和处理政府信息公开申请情况' },
    {
      kind: 'table',
      rows: [
        row('一、本年新收政府信息公开申请数量', received),
        row('二、上年结转政府信息公开申请数量', from),
        row('三、本年度办理结果 （七）总计', handled),
        row('四、结转下年度继续办理', left),
      ],
    },
    { kind: 'heading', text: '四、政府信息公开行政复议、行政诉讼情况' },
    { kind: 'table', rows: [['0', '0', '0', '0', '0']] },
    { kind: 'heading', text: '五、存在的主要问题及改进情况' },
    text(problems),
    { kind: 'heading', text: '六、其他需要报告的事项' },
    text(other),
  ]
}

/** As a text file, one paragraph a line. */
export const asText = (report: FictionalReport, tables?: ReportTables): string =>
  blocksOf(report, tables)
    .map(({ kind, text = '', rows = [] }) =>
      kind === 'table' ? rows.map((cells) => cells.join('\t')).join('\n') : text,
    )
    .join('\n')

/** As a page of a portal, with what such pages have around a report. */
export const asHtml = (report: FictionalReport, tables?: ReportTables, charset = 'utf-8'): string =>
  `<!DOCTYPE html><html><head><meta charset="${charset}"><title>${report.unit}</title>
<style>p{margin:0}</style><script>var a = '<p>一、总体情况</p>'</script></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li>政务公开</li><li>年度报告</li></ul></div>
<table width="100%"><tr><td><div id="content">${bodyOf(report, tables)}</div></td></tr></table>
<div class="foot"><p>打印本页</p><p>主办：示例市人民政府办公室　备案号：示例ICP备00000000号</p></div></body></html>`

/** The report alone, as HTML. */
export const bodyOf = (report: FictionalReport, tables?: ReportTables): string =>
  blocksOf(report, tables)
    .map(({ kind, text = '', rows = [] }) =>
      kind === 'table'
        ? `<table border="1">${rows.map((cells) => `<tr>${cells.map((cell) => `<td><p><span>${cell}</span></p></td>`).join('')}</tr>`).join('\n')}</table>`
        : kind === 'title'
          ? `<h1>${text}</h1>`
          : `<p>&nbsp;&nbsp;${text.replaceAll('“', '&ldquo;')}</p>`,
    )
    .join('\n')

/** The body of a Word document, with runs as office programs split them. */
export const asWordBody = (report: FictionalReport, tables?: ReportTables): string =>
  blocksOf(report, tables)
    .map(({ kind, text = '', rows = [] }) =>
      kind === 'table'
        ? `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${wordParagraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
        : wordParagraph(text),
    )
    .join('')

const wordParagraph = (text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>${(text.match(/.{1,40}/gu) ?? [])
    .map((part) => `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>${part}</w:t></w:r>`)
    .join('')}</w:p>`
