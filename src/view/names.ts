import type { Issue } from '#schema/issue.ts'
import { isMissing } from '#model/figure.ts'
import { areasOfIssue } from '#model/dataset.ts'
import type { DataAsOf, Model } from '#model/model.ts'
import { chineseDate } from '#model/calendar.ts'
import type { DocumentFacts } from '#schema/document.ts'
import * as at from './addresses.ts'

/** A link, or a plain label when it has no address. */
export interface Link {
  label: string
  /** Root-absolute (`/units.html`) or the full address of another site. */
  href?: string | undefined
}

export const unitName = (model: DataAsOf, id: string): string => model.dataset.units[id]?.name ?? id
export const unitLink = (model: Model, id: string): Link => ({
  label: unitName(model, id),
  href: at.unitPage(id),
})

export const areaName = (model: DataAsOf, id: string): string =>
  isMissing(id) ? noArea : (model.dataset.site.areas[id]?.name ?? id)

/** The label of an inspection's period. */
export const periodName = ({ dataset }: DataAsOf, id: string): string =>
  dataset.inspections.find((inspection) => inspection.id === id)?.period.label ?? id

/** What an issue is called the area of when the document names none. */
export const noArea = '文件未写明领域'

/** The areas of an issue in words: 政府网站、政务新媒体. */
export const areaNamesOf = (model: Model, issue: Pick<Issue, 'area'>): string =>
  areasOfIssue(issue)
    .map((area) => areaName(model, area))
    .join('、')

/** Whether an account is filed with the authority that keeps the list of them. */
export const filedWords = { yes: '已备案', no: '未备案', cancelled: '已注销备案' } as const

export function channelName(model: DataAsOf, id: string): string {
  const channel = model.dataset.channels[id]
  return channel === undefined ? id : `${channel.name}（${channel.platform}）`
}
export const channelLink = (model: Model, id: string): Link => ({
  label: channelName(model, id),
  href: at.channelPage(id),
})

/** A row of facts; none where nothing is known. */
export const known = (label: string, value: string | undefined) =>
  value === undefined ? [] : [{ label, value }]
export const dated = (label: string, day: string | undefined) =>
  known(label, day === undefined ? undefined : chineseDate(day))

/** The known rows of a document's disclosure block. */
export const disclosureRows = (
  document: DocumentFacts | undefined,
): { label: string; value: string }[] => [
  ...known('索引号', document?.index),
  ...known('主题分类', document?.subject),
  ...known('有效性', document?.validity),
]

/** Everything known of the document or web page in which a record was published. */
export function documentRows(
  document: DocumentFacts | undefined,
): { label: string; value: string | { label: string; href: string } }[] {
  const address = document?.address
  return [
    ...known('文件', document?.title),
    ...known('文种', document?.type),
    ...known('文号', document?.number),
    ...known('主送', document?.to),
    ...known('依据', document?.basis?.join('；')),
    ...dated('成文日期', document?.issued),
    ...dated('原发布日期', document?.published),
    ...dated('转载日期', document?.reposted),
    ...(address === undefined
      ? []
      : [{ label: '原文网址', value: { label: address, href: address } }]),
    ...disclosureRows(document),
    ...known('联系方式', document?.contact),
    ...known('删节', document?.abridged),
  ]
}
