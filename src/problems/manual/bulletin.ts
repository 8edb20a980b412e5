import type { Explanations } from '../explanation.ts'
import * as at from './paths.ts'

export const bulletin = {
  'mdx-syntax': {
    level: 'error',
    means:
      '正文里有没有成对的标签，或者直接写了小于号、花括号；它们在这里有特殊含义，前面要加反斜杠。',
    args: {
      detail: '符号 < 或 { 在这里有特殊含义。',
      fix: '要印出这个符号的，前面加一个反斜杠：\\< 或 \\{。',
    },
    example: {
      file: at.bulletin,
      replace: '对照问题清单，举一反三',
      by: '对照问题清单<5项>，举一反三',
    },
  },
  'mdx-not-allowed': {
    level: 'error',
    means: '正文只能用文字、标题、加粗和三种标签。列表、表格、图片、链接和代码都不能用。',
    args: { what: '斜体', known: '文字、标题、**加粗**和标签 <Value>、<Passage>、<Appendix>' },
    example: {
      file: at.bulletin,
      replace: '对照问题清单，举一反三',
      by: '对照*问题清单*，举一反三',
    },
  },
  'mdx-content': {
    level: 'error',
    means: 'Value 和 Appendix 标签里不写内容，内容由数据填入。',
    args: { tag: 'Value' },
    example: {
      file: at.bulletin,
      replace: '发现<Value of="areas.media.tally.failed" />个',
      by: '发现<Value of="areas.media.tally.failed">1</Value>个',
    },
  },
  'mdx-attribute': {
    level: 'error',
    means: '标签里只写 of="位置"，英文双引号，没有别的。',
    args: { tag: 'Value' },
    example: {
      file: at.bulletin,
      replace: '合格率为<Value of="areas.media.rates.passed" />',
      by: '合格率为<Value path="areas.media.rates.passed" />',
    },
  },
  'typed-by-hand': {
    level: 'warning',
    means: '这个数字、日期或名称在数据里有，正文里却是手工输入的；以后数据有改动，正文不会跟着变。',
    args: { text: '105', path: 'areas.media.splits.tier.parts.市直部门（单位）' },
    example: {
      file: at.bulletin,
      replace:
        '市直部门（单位）政务新媒体账号<Value of="areas.media.splits.tier.parts.市直部门（单位）" />个',
      by: '市直部门（单位）政务新媒体账号105个',
    },
  },
  'typed-by-hand-either': {
    level: 'warning',
    means: '同上，而数据里有几个值都等于它；按意思选一个，最多列出三个。',
    args: {
      text: '370',
      path: 'areas.media.tally.total',
      paths: 'areas.media.tally.total、areas.media.tally.checked',
    },
    example: {
      file: at.bulletin,
      replace: '全市政务新媒体账号共计<Value of="areas.media.tally.total" />个',
      by: '全市政务新媒体账号共计370个',
    },
  },
  'bulletin-title': {
    level: 'error',
    means: '正文没有以“# ”开头的标题行。',
    args: {},
    example: {
      file: at.bulletin,
      replace: '# <Value of="issuer" />关于<Value of="period" />政务公开及网络平台检查情况的通报',
      by: '<Value of="issuer" />关于<Value of="period" />政务公开及网络平台检查情况的通报',
    },
  },
  'passage-twice': {
    level: 'error',
    means: '一条记录只能标注一处原文，别的页面要引用它。',
    args: { path: 'issues.2024-q1-06' },
    example: {
      file: at.bulletin,
      replace: '二是个别单位政务新媒体服务不实用，',
      by: '<Passage of="issues.2024-q1-06">二是个别单位政务新媒体服务不实用，</Passage>',
    },
  },
} as const satisfies Explanations
