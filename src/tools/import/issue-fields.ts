import { authoredFile, authoredFolder } from '#schema/authored-files.ts'
import { nearest } from '#messages/nearest.ts'
import type { importFields } from '#schema/import-map.ts'
import {
  areasOf,
  channelsOf,
  choice,
  type Codec,
  namedIndicators,
  named,
  namedList,
  platformOf,
  textCell,
  unitsOf,
} from './codec.ts'
import type { ImportRow } from './rows.ts'
import type { Dataset } from '#model/dataset.ts'

type IssueField = Exclude<keyof (typeof importFields)['issues'], 'id' | 'platform'>

/**
 * How each field of an issue is written in a cell. The platform of an account is read together with
 * it.
 */
export const issueCodecs: Readonly<Record<IssueField, Codec>> = {
  area: named('领域', authoredFile('site'), areasOf),
  units: namedList('单位', authoredFile('units'), unitsOf),
  channels: namedList('网站或账号', authoredFile('channels'), channelsOf),
  indicators: namedList('指标', authoredFolder('indicators'), namedIndicators),
  printed_status: textCell,
  severity: choice([
    ['单项否决', 'veto'],
    ['一般问题', 'ordinary'],
    ['文件未写明', 'not-stated'],
  ]),
  counts_in_rate: choice([
    ['是', true],
    ['否', false],
    ['文件未写明', 'not-stated'],
  ]),
  text: textCell,
  problem: textCell,
  remark: textCell,
}

/** Mandatory fields of an issue. */
export const requiredOfIssue: readonly IssueField[] = [
  'area',
  'units',
  'severity',
  'counts_in_rate',
  'text',
]

/**
 * The accounts of a row, written as in the roster of channels. A separate column may give their
 * platform; without one the name alone must be unambiguous.
 */
export function channelsCell(
  row: ImportRow,
  dataset: Dataset,
): { text: string } | { says: string } {
  const { text: cellText } = row.cell('channels')
  const platform = platformOf(row.cell('platform').text, dataset)
  const known = Object.values(dataset.channels)
  const full = new Set(
    channelsOf(dataset).flatMap(({ id, name, earlier = [] }) => [id, name, ...earlier]),
  )
  const words = full.has(cellText)
    ? [cellText]
    : cellText.split(/[、，,;；\n]/).map((word) => word.trim())
  const found = words
    .filter((word) => word !== '')
    .map((word) => {
      if (full.has(word)) return { text: word }
      const ofPlatform = known.filter(({ platform: of }) => platform === '' || of === platform)
      const present = ofPlatform.filter(({ name }) => name === word)
      const same =
        present.length > 0
          ? present
          : ofPlatform.filter(({ earlier_names: earlier = [] }) => earlier.includes(word))
      const [one] = same
      if (one !== undefined && same.length === 1) return { text: `${one.name}（${one.platform}）` }
      if (same.length > 1)
        return {
          says: `叫“${word}”的账号有${same.length}个，请连平台一起写：${same
            .map(({ name, platform: of }) => `${name}（${of}）`)
            .join('、')}。`,
        }
      const elsewhere = known.filter(({ name }) => name === word).map(({ platform: of }) => of)
      if (elsewhere.length > 0)
        return {
          says: `data/channels.yaml 里的“${word}”是${elsewhere.join('、')}的，表里写的平台是“${row.cell('platform').text}”。`,
        }
      const near = nearest(
        word,
        known.map(({ name }) => name),
      )
      const hint = near === null ? '' : `是不是“${near}”？`
      return { says: `data/channels.yaml 里没有“${word}”。${hint}请先登记。` }
    })
  const wrong = found.flatMap((one) => ('says' in one ? [one.says] : []))
  return wrong.length > 0
    ? { says: wrong.join('') }
    : { text: found.flatMap((one) => ('text' in one ? [one.text] : [])).join('、') }
}
