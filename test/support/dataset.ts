import type { Dataset, Inspection } from '#model/dataset.ts'
import type { Deadline } from '#schema/deadline.ts'
import type { Issue } from '#schema/issue.ts'

/** The smallest complete dataset, with the records of a test added. */
export function datasetWith(parts: Partial<Dataset> = {}): Dataset {
  return {
    site: {
      name: '示例公示',
      place: '示例市',
      official: false,
      registration: 'not-applicable',
      time_zone: 'Asia/Shanghai',
      rate_decimals: 1,
      areas: { media: { name: '政务新媒体', object: '账号', counter: '个' } },
      tiers: { county: '县（区）', department: '市直部门' },
      platforms: { 微信公众号: [] },
    },
    roster: 'partial',
    units: {
      jia: { name: '甲县', tier: 'county' },
      yi: { name: '市乙局', tier: 'department' },
      bing: { name: '市丙局', tier: 'department' },
    },
    channels: {},
    catalogues: {},
    inspections: [inspectionWith()],
    bulletins: {},
    selfInspections: {},
    registers: {},
    attachments: {},
    withdrawals: [],
    statements: {},
    openness: {},
    opennessOffice: {},
    ...parts,
  }
}

export function inspectionWith(parts: Partial<Inspection> = {}): Inspection {
  return {
    id: '2024-q1',
    period: { label: '2024年第一季度', start: '2024-01-01', end: '2024-03-31' },
    issuer: '示例机关',
    published_here: '2024-04-10',
    areas: { media: {} },
    ...parts,
  }
}

/** The order to publish self-inspections by 6 June 2024. */
export const order: Deadline = {
  what: 'self-inspection',
  title: '公开自查整改情况',
  who: 'all-units',
  period: { id: '2024-q2', label: '2024年第二季度', start: '2024-04-01', end: '2024-06-30' },
  due: '2024-06-06',
  deliverable: 'public',
}

export const issue: Issue = {
  area: 'media',
  units: ['jia'],
  indicators: ['stale'],
  severity: 'ordinary',
  counts_in_rate: false,
  text: '栏目空白',
}
