import type { Edit } from './authored.ts'

/** The day on which the embargoed records become public, and the day before. */
export const embargoDays = { before: '2024-07-09', itself: '2024-07-10' }

/** Words that occur only in records embargoed until 10 July 2024. */
export const embargoedWords = [
  '未公布的标题',
  '未公布的问题',
  '未公布的指标',
  '未公布的账号',
  '未公布的要求',
  '未公布的说法',
  '未公布的自查',
  '未公布的附件',
  '未公布的理由',
  '未公布的说明',
  '2024-batch-7',
  '2024-batch-8',
  'weigongbu',
]

/** The embargoed records, as changes to a copy of `base`. */
export const embargoedRecords: readonly Edit[] = [
  {
    file: 'data/inspections/2024-batch-7.yaml',
    append: `period: { label: 2024年第七批, start: 2024-04-01, end: 2024-06-30 }
issuer: 宜宾市人民政府办公室
published_here: 2024-07-10
publish_on: 2024-07-10
areas:
  media: { tally: { checked: 5, failed: 1 } }
issues:
  2024-batch-7-01:
    area: media
    units: [xuzhou]
    channels: [weigongbu]
    indicators: [weigongbu-zhibiao]
    severity: ordinary
    counts_in_rate: false
    text: 未公布的问题
deadlines:
  order:
    what: self-inspection
    title: 未公布的要求
    who: [xuzhou, cuiping]
    period: { id: 2024-batch-8, label: 2024年第八批, start: 2024-07-01, end: 2024-09-30 }
    due: 2024-09-06
follow_ups:
${['01', '02', '03', '04', '05', '06', '07'].map((n) => `  2024-q1-${n}: { rectified: yes, reported: not-stated, note: 未公布的说法 }`).join('\n')}
`,
  },
  {
    file: 'content/bulletins/2024-batch-7.mdx',
    append: '# 未公布的标题\n\n<Passage of="issues.2024-batch-7-01">未公布的问题。</Passage>\n',
  },
  {
    file: 'data/channels.yaml',
    append: '  weigongbu: { platform: 微信公众号, name: 未公布的账号, unit: xuzhou }\n',
  },
  {
    file: 'data/indicators/named-problems.yaml',
    append:
      '  weigongbu-zhibiao: { name: 未公布的指标, area: media, kind: ordinary, verified: true }\n',
  },
  {
    file: 'data/self-inspections/2024-batch-8/xuzhou.yaml',
    append: 'title: 第八批未公布的自查\npublished: 2024-07-02\n',
  },
  { file: 'data/registers/2024-batch-8.yaml', append: 'exempt:\n  cuiping: 未公布的理由\n' },
  // A statement and a report with their own embargo, in a ledger and a register that are public.
  {
    file: 'data/rectifications/2024-q1-05/xuzhou.yaml',
    append: 'on: 2024-06-05\nstatement: 未公布的说明\npublish_on: 2024-07-10\n',
  },
  {
    file: 'data/self-inspections/2024-q2/cuiping.yaml',
    append:
      'title: 未公布的自查\npublished: 2024-06-05\npublish_on: 2024-07-10\nattachments:\n  - { file: weigongbu.txt, title: 未公布的附件 }\n',
  },
  { file: 'content/attachments/2024-q2/cuiping/weigongbu.txt', append: '未公布的附件\n' },
]
