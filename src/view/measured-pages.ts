/** How heavy the pages of a kind are, as measured on the fictional sites of the tests. */
interface MeasuredPages {
  /** The file in `src/pages` that makes them. */
  readonly file: string
  readonly name: string
  /**
   * Kilobytes that a browser fetches for the median page, compressed, with its styles and scripts.
   */
  readonly kilobytes: number
}

/** What the page about the site says of weights; `test/built/measured.test.ts` measures again. */
export const measuredPages: readonly MeasuredPages[] = [
  { file: 'index.astro', name: '首页', kilobytes: 22 },
  { file: '[inspectionList].astro', name: '各期检查结果', kilobytes: 14 },
  { file: '[trends].astro', name: '历次对比', kilobytes: 36 },
  { file: 'inspections/[id].astro', name: '一期检查结果', kilobytes: 25 },
  { file: 'bulletins/[id].astro', name: '通报', kilobytes: 14 },
  { file: 'issues/[id].astro', name: '问题', kilobytes: 10 },
  { file: '[indicatorList].astro', name: '检查指标一览', kilobytes: 11 },
  { file: 'indicators/[id].astro', name: '检查指标', kilobytes: 9 },
  { file: '[issueList].astro', name: '问题清单', kilobytes: 18 },
  { file: 'issues/[cut]/[value].astro', name: '分类的问题清单', kilobytes: 12 },
  { file: '[unitRounds].astro', name: '各单位历次检查情况', kilobytes: 16 },
  { file: 'units.astro', name: '单位名录', kilobytes: 10 },
  { file: 'units/[id].astro', name: '单位', kilobytes: 9 },
  { file: 'units/[id]/history.astro', name: '单位历年情况', kilobytes: 12 },
  { file: 'channels/[id].astro', name: '网站和账号', kilobytes: 9 },
  { file: '[deadlineList].astro', name: '期限', kilobytes: 17 },
  { file: '[rectificationList].astro', name: '整改台账', kilobytes: 11 },
  { file: 'inspections/[id]-rectification.astro', name: '一期整改台账', kilobytes: 10 },
  { file: 'inspections/[id]-checklist.astro', name: '对照问题清单', kilobytes: 10 },
  { file: '[reportPeriodList].astro', name: '各期自查公开', kilobytes: 9 },
  { file: 'publication/[year].astro', name: '一年的自查公开', kilobytes: 11 },
  { file: 'self-inspections/[period].astro', name: '自查整改公开台账', kilobytes: 23 },
  { file: 'self-inspections/[period]/[unit].astro', name: '自查整改报告', kilobytes: 10 },
  { file: '[correctionList].astro', name: '更正', kilobytes: 10 },
  { file: 'openness/[year].astro', name: '政务公开台账', kilobytes: 16 },
  { file: 'openness/[year]/[unit].astro', name: '单位的政务公开台账', kilobytes: 10 },
  { file: 'annual/[year].astro', name: '年度报表', kilobytes: 11 },
  { file: 'submit/[kind].astro', name: '在线填报', kilobytes: 205 },
  { file: 'method.astro', name: '计算说明', kilobytes: 12 },
  { file: 'glossary.astro', name: '用语说明', kilobytes: 10 },
  { file: 'data.astro', name: '数据目录', kilobytes: 29 },
  { file: 'pieces.astro', name: '供其他网站引用', kilobytes: 12 },
  { file: 'about.astro', name: '关于本站', kilobytes: 10 },
  { file: 'manual/[name].astro', name: '手册', kilobytes: 13 },
  { file: 'manual/codes/[group].astro', name: '提示代码', kilobytes: 13 },
]
