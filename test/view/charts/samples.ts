import type { ChartDescription } from '#view/charts/description.ts'

export const mediaRates: ChartDescription = {
  id: 'media-rates',
  title: '政务新媒体合格率升至99.7%',
  kind: 'line',
  categoryName: '季度',
  categories: ['2023年第三季度', '2023年第四季度', '2024年第一季度', '2024年第二季度'],
  series: [
    {
      name: '政府网站',
      tone: 'main',
      values: [100, 100, 100, 100],
      display: ['100%（49/49）', '100%（49/49）', '100%（49/49）', '100%（49/49）'],
    },
    {
      name: '政务新媒体',
      tone: 'tint',
      dash: true,
      values: [97.5, null, 99.5, 99.7],
      display: ['97.5%（361/370）', '未公布', '99.5%（368/370）', '99.7%（369/370）'],
    },
  ],
  unit: '%',
}

export const issuesByArea: ChartDescription = {
  id: 'issues-by-area',
  title: '问题集中在政务公开领域',
  kind: 'bars',
  categoryName: '检查领域',
  categories: ['政务公开', '政府网站', '政务新媒体'],
  series: [
    { name: '一般问题', tone: 'main', values: [4, 1, 0], display: ['4个', '1个', '0个'] },
    { name: '突出问题', tone: 'alert', values: [0, 0, 1], display: ['0个', '0个', '1个'] },
  ],
  unit: '个',
}

export const accountsByTier: ChartDescription = {
  id: 'accounts-by-tier',
  title: '370个账号中，县级部门和乡镇占六成以上',
  kind: 'stack',
  categoryName: '范围',
  categories: ['政务新媒体账号'],
  series: [
    { name: '市本级', tone: 'main', values: [3], display: ['3个'] },
    { name: '市级部门', tone: 'tint', values: [105], display: ['105个'] },
    { name: '县（区）', tone: 'neutral', values: [30], display: ['30个'] },
    {
      name: '县级部门和乡镇',
      tone: 'main',
      pattern: 'hatch',
      values: [232],
      display: ['232个'],
    },
  ],
  unit: '个',
  totals: ['370个'],
}

export const samples = [mediaRates, issuesByArea, accountsByTier]
