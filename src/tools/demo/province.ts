import { authoredFile } from '#schema/authored-files.ts'
import { sha256 } from '#model/sha256.ts'
import type { Correction } from '#schema/correction.ts'
import {
  type City,
  type Extent,
  generateCity,
  makeCity,
  registerFiles,
  type Size,
  sizes,
} from './generate.ts'
import { nextQuarter } from './quarters.ts'
import { Random } from './random.ts'
import type { RosterChannel } from './roster.ts'
import { yamlFile } from '#read/yaml-edit/layout.ts'

export type DemoSize = Size | 'province-10y'
export const demoSizes: readonly DemoSize[] = [...(Object.keys(sizes) as Size[]), 'province-10y']

/** The authored files of a sample, by path below one folder. */
export const generateDemo = ({ size, seed }: { size: DemoSize; seed: number }) =>
  size === 'province-10y' ? generateProvince(seed) : generateCity({ size, seed })

/** Characters that distinguish the cities of the province: 甲市, 乙市, … */
const cityCharacters = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌']

/** Each city has the usual number of units and duties, but fewer findings. */
const provinceCity: Extent = { quarters: 40, channels: 220, issues: [6, 14] }

/**
 * The authored files of a fictional province: its cities in one dataset, each with its own office,
 * inspections and registers, whose ids begin with the city's (`c01-2024-q1`). The same seed gives
 * the same files.
 */
export function generateProvince(
  seed: number,
  {
    cities = cityCharacters.length,
    extent = provinceCity,
  }: { cities?: number; extent?: Extent } = {},
): Map<string, string> {
  const files = new Map<string, string>()
  const units: Record<string, City['roster']['units'][string]> = {}
  const channels: RosterChannel[] = []
  const withdrawn: Correction[] = []
  for (const [n, character] of cityCharacters.slice(0, cities).entries()) {
    const prefix = `c${String(n + 1).padStart(2, '0')}`
    const city = makeCity(new Random(`province/${seed}/${prefix}`), extent)
    const named = renaming(city, prefix, character)
    for (const [id, unit] of Object.entries(city.roster.units))
      units[named(id)] = { ...unit, name: named(unit.name) }
    for (const channel of city.roster.channels) {
      const { id, name, unit } = channel
      channels.push({ ...channel, id: named(id), name: named(name), unit: named(unit) })
    }
    for (const [path, text] of city.files) files.set(named(path), named(text))
    for (const { from, ...record } of city.withdrawn)
      withdrawn.push({ ...record, at: named(record.at), from, to: named(String(record.to)) })
  }
  return new Map([
    ...registerFiles(
      { units, channels },
      {
        name: '示例省政务公开与网络平台检查公示',
        place: '示例省',
        notice: '示例数据：示例省及其市、单位、账号、问题均为虚构',
      },
    ),
    [authoredFile('corrections'), yamlFile('撤回和改名的记录。', { corrections: withdrawn })],
    ...files,
  ])
}

/** Matches every place name in the files of a city. */
const places = '示例市?|示[东西南北]|例[江河湖山林田]|“双例”示范区|双例示范'

/**
 * Renames the ids and names in a city's text for the province. Ids are separate words in the files,
 * so the whole text can be replaced.
 */
function renaming({ roster, quarters, files }: City, prefix: string, character: string) {
  const periods = quarters.flatMap((quarter) => [
    quarter.id,
    nextQuarter(quarter).id,
    `${quarter.id}-draft`,
    `${quarter.year}-annual`,
  ])
  const issues = [...files.values()].flatMap((text) => text.match(/\b\d{4}-q\d-\d\d\b/g) ?? [])
  const units = Object.keys(roster.units)
  const ids = new Map(
    [...units, ...roster.channels.map(({ id }) => id), ...periods, ...issues].map((id) => [
      id,
      `${prefix}-${id}`,
    ]),
  )
  const departments = Object.values(roster.units)
    .map(({ name }) => name)
    .filter((name) => name.startsWith('市'))
  const names = new RegExp(`(?:示例)?(?:${departments.join('|')})|${places}`, 'g')
  const named = (name: string): string =>
    name.startsWith('示例')
      ? `${character}市${name.replace(/^示例市?/, '')}`
      : `${character}${name}`
  // An order to all units of a city must not address all units of the province.
  const all = units.map((id) => `- ${prefix}-${id}`)
  const renamed = (text: string): string =>
    text
      .replace(/[a-z0-9]+(?:-[a-z0-9]+)*/g, (word) => ids.get(word) ?? word)
      .replace(names, named)
      .replace(/^( *)who: all-units$/gm, (_line, indent: string) =>
        [`${indent}who:`, ...all.map((item) => `${indent}  ${item}`)].join('\n'),
      )
  // Recompute the checksum of an archived file, because its text is renamed too.
  for (const [path, text] of files)
    if (path.endsWith('.txt')) ids.set(sha256(text), sha256(renamed(text)))
  return renamed
}
