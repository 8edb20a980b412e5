import type { Group } from '#schema/group.ts'
import type { Appendix } from '#schema/inspection.ts'
import type { DraftIssue } from './issues.ts'
import { websitePlatform } from './names.ts'
import type { RosterChannel } from './roster.ts'

/** The appendices of a bulletin; an empty table is left out. */
export function makeAppendices(
  issues: readonly (readonly [string, DraftIssue])[],
  channels: readonly RosterChannel[],
  /** The area whose accounts a second appendix counts by platform. */
  media: Group | undefined,
): Record<string, Appendix> {
  const owner = new Map(channels.map(({ id, unit }) => [id, unit]))
  const platformOf = new Map(channels.map(({ id, platform }) => [id, platform]))
  const appendices: Record<string, Appendix> = {}
  const rows = issues
    .filter(([, { issue }]) => issue.counts_in_rate === true)
    .flatMap(([id, { issue }]) => (issue.channels ?? []).map((channel) => [id, channel] as const))
  const websitesToo = rows.some(([, channel]) => platformOf.get(channel) === websitePlatform)
  const accountsToo = rows.some(([, channel]) => platformOf.get(channel) !== websitePlatform)
  const objects = [websitesToo ? '政府网站' : '', accountsToo ? '政务新媒体' : ''].filter(Boolean)
  if (rows.length > 0)
    appendices.prominent = {
      title: `存在突出问题的${objects.join('和')}名单`,
      columns: [
        '序号',
        '所属地区或部门',
        !websitesToo ? '新媒体名称' : accountsToo ? '网站或新媒体名称' : '网站名称',
        '平台类型',
        '存在的突出问题',
      ],
      rows: rows.map(([id, channel], n) => [
        n + 1,
        { of: `units.${owner.get(channel) ?? ''}` },
        { of: `channels.${channel}` },
        { of: `channels.${channel}.platform` },
        { of: `issues.${id}.problem` },
      ]),
    }
  if (media !== undefined)
    appendices.platforms = {
      title: '政务新媒体平台分布情况',
      columns: ['序号', '平台类型', '账号数量'],
      rows: Object.keys(media.splits?.platform?.parts ?? {}).map((name, n) => [
        n + 1,
        name,
        { of: `areas.media.splits.platform.parts.${name}` },
      ]),
    }
  return appendices
}
