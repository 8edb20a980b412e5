import { isPlainGroup } from '#model/plain-group.ts'
import { commentOut } from '../yaml-edit/comment-out.ts'
import { editable } from '../yaml-edit/editable.ts'
import { isSingle, type YamlValue } from '#model/yaml-text.ts'
import { renameKeys } from '../yaml-edit/rename.ts'
import { updateYaml } from '../yaml-edit/update.ts'
import type { Migration } from './migration.ts'

type Fields = Record<string, YamlValue>

/**
 * Format 0 had no number in `site.yaml`: it is that of the first release, for one inspection of one
 * city.
 */
export const fromFormat0: Migration = {
  to: 1,
  changes: [
    'site.yaml 的 platforms：原来是一列名称，现在每个名称后面写它的其他叫法',
    '比率 closed-on-time 改名为 closed_on_time，通报里的引用一并改',
    '检查的 number、issued 移到 document 里，通报里的引用一并改；不再使用的 subject 改成备注',
    '指标的 threshold 移到 thresholds 里，以指标名称为名',
  ],
  migrate(file, text) {
    if (file === 'data/site.yaml') return changed(text, platforms)
    if (file.startsWith('data/indicators/')) return changed(text, thresholds)
    if (file.startsWith('data/inspections/')) return inspection(text)
    return file.endsWith('.mdx')
      ? text.replace(/\bof="([^"]*)"/g, (_, path: string) => `of="${newPath(path)}"`)
      : text
  },
}

/** Applies a change to the fields of a text; `change` may modify the copy that it gets. */
function changed(text: string, change: (fields: Fields) => Fields): string {
  return updateYaml(text, change(structuredClone(editable(text).value) as Fields))
}

function platforms(site: Fields): Fields {
  const { platforms: names } = site
  if (!Array.isArray(names)) return site
  return { ...site, platforms: Object.fromEntries(names.map((name) => [String(name), []])) }
}

function thresholds(catalogue: Fields): Fields {
  for (const indicator of Object.values(groupOf(catalogue['indicators']))) {
    const one = groupOf(indicator)
    const { threshold } = one
    if (threshold === undefined) continue
    delete one['threshold']
    one['thresholds'] = { ...groupOf(one['thresholds']), [String(one['name'])]: threshold }
  }
  return catalogue
}

function inspection(text: string): string {
  const renamed = renameKeys(text, (path) =>
    path.at(-1) === 'closed-on-time' && path.at(-2) === 'rates' ? 'closed_on_time' : null,
  )
  return changed(commentOut(renamed, 'subject'), ({ number, issued, ...fields }) => {
    if (number === undefined && issued === undefined) return withNewPaths(fields) as Fields
    const document = {
      ...(number === undefined ? {} : { number }),
      ...(issued === undefined ? {} : { issued }),
      ...groupOf(fields['document']),
    }
    return withNewPaths({ ...fields, document }) as Fields
  })
}

/** Table cells refer to values by their paths, which have changed too. */
function withNewPaths(value: YamlValue): YamlValue {
  if (Array.isArray(value)) return value.map(withNewPaths)
  if (isSingle(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, YamlValue]) => [
      key,
      key === 'of' && typeof inner === 'string' ? newPath(inner) : withNewPaths(inner),
    ]),
  )
}

const newPath = (path: string): string =>
  path
    .replace(/(^|\.)rates\.closed-on-time(?=\.|$)/, '$1rates.closed_on_time')
    .replace(/^(number|issued)$/, 'document.$1')

const groupOf = (value: unknown): Fields => (isPlainGroup(value) ? (value as Fields) : {})
