import { noArea } from '../names.ts'
import { isMissing } from '#model/figure.ts'
import type { DataAsOf } from '#model/model.ts'

export const unitNameIn = ({ dataset }: DataAsOf, id: string): string =>
  dataset.units[id]?.name ?? id
export const channelNameIn = ({ dataset }: DataAsOf, id: string): string => {
  const channel = dataset.channels[id]
  return channel === undefined ? id : `${channel.name}（${channel.platform}）`
}
export const areaNameIn = ({ dataset }: DataAsOf, id: string): string =>
  isMissing(id) ? noArea : (dataset.site.areas[id]?.name ?? id)
export const periodNameIn = ({ dataset }: DataAsOf, id: string): string =>
  dataset.inspections.find((inspection) => inspection.id === id)?.period.label ?? id
