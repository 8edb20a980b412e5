import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { parse, stringify } from 'yaml'
import { generateCity } from '#tools/demo/generate.ts'
import { writeDemo } from '#tools/demo/write.ts'
import type { Folders } from './authored.ts'
import { startCommand } from './command.ts'
import { withHostileTexts } from './hostile.ts'
import { assembleRealCases } from './real-cases.ts'

/** Authored folders with hostile texts, and the fields that contain them. */
type HostileFolders = Omit<ReturnType<typeof withHostileTexts>, 'files'> & Folders

type Parts = Record<string, object>
const attached = 'list.csv'

/**
 * Parts that neither the city nor the documents have, by the files of the city to which they are
 * added.
 */
const parts: readonly [RegExp, (file: Parts) => Parts][] = [
  [
    /^data\/site\.yaml$/,
    () => ({
      licence: { name: '许可' },
      letterhead: { office: '办公室' },
      recipient: { name: '收件人', how: '内网' },
    }),
  ],
  [
    /^data\/channels\.yaml$/,
    ({ channels }) => ({ channels: every(channels, { earlier_names: ['旧名'] }) }),
  ],
  [
    /^data\/indicators\//,
    ({ indicators }) => ({
      indicators: every(indicators, { thresholds: { 天数: { value: 14, unit: '天' } } }),
    }),
  ],
  [
    /^data\/inspections\//,
    ({ issues }) => ({
      issues: every(issues, {
        window: { label: '第四季度' },
        origin: {
          from: '年度报告比对',
          measured: '重复率96%',
          evidence: [{ file: attached, title: '依据' }],
        },
      }),
      figures: { 全市数: { value: 3 } },
      attachments: [{ file: attached, title: '清单' }],
    }),
  ],
  [
    /^data\/openness\/\d+\//,
    ({ policies = {}, consultations = {} }) => ({
      policies: every(policies, { gazette: { reason: '内部管理' } }),
      consultations: every(consultations, { shortened: '应急' }),
    }),
  ],
  [
    /^data\/openness\/\d+\.yaml$/,
    ({ gazette, judgements }) => ({
      gazette: { ...gazette, exempt: { [Object.keys(judgements ?? {})[0] ?? '']: '已经转发' } },
    }),
  ],
  [
    /^data\/(registers|self-inspections|rectifications|openness)\//,
    () => ({ corrections: [{ on: '2024-12-01', at: 'x', from: '原', to: '今', reason: '录错' }] }),
  ],
  [
    /^data\/self-inspections\//,
    () => ({
      document: { title: '报告', basis: ['关于检查的通知'] },
      results: {
        media: {
          tally: { total: 4, checked: 4, failed: 0 },
          rates: { passed: { window: { label: '第四季度' } } },
          window: { label: '第四季度' },
          splits: { platform: { of: 'total', parts: { 微信: { value: 4 } } } },
        },
      },
      attachments: [{ file: attached, title: '清单' }],
    }),
  ],
]

const every = (records: object | undefined, more: object): object =>
  Object.fromEntries(
    Object.entries((records ?? {}) as Parts).map(([id, record]) => [
      id,
      // Values that records share would become aliases in YAML.
      { ...structuredClone(more), ...record },
    ]),
  )

function withParts([path, text]: [string, string]): [string, string] {
  const makers = parts.filter(([matches]) => matches.test(path))
  if (makers.length === 0) return [path, text]
  const file = parse(text, { schema: 'core' }) as Parts
  const added = makers.map(([, make]) => make(file))
  return [path, stringify({ ...file, ...(Object.assign({}, ...added) as Parts) })]
}

/** A year of the demo city: registers, corrections, statements and reports. */
function city(folder: string): HostileFolders {
  const files = [...generateCity({ size: 'city-1y', seed: 1 })].filter(
    ([path]) => !path.includes('/self-inspections/') || path.endsWith('/li-jiang.yaml'),
  )
  const changed = withHostileTexts(new Map(files.map(withParts)))
  writeDemo(folder, changed.files)
  const content = join(folder, 'content')
  for (const [path] of files) {
    const record = /^data\/(?:inspections|self-inspections)\/(.*)\.yaml$/.exec(path)?.[1]
    if (record === undefined) continue
    mkdirSync(join(content, 'attachments', record), { recursive: true })
    writeFileSync(join(content, 'attachments', record, attached), '单位\r\n')
  }
  return {
    reached: changed.reached,
    possible: changed.possible,
    data: join(folder, 'data'),
    content,
  }
}

/**
 * All real documents of the cases, on a site with every fact that an official site states about
 * itself.
 */
function documents(folder: string): HostileFolders {
  const { data, content } = assembleRealCases(folder)
  const official = parse(readFileSync('test/cases/official/data/site.yaml', 'utf8')) as {
    registration: object
  }
  const { registration } = official
  const paths = readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  const files = paths.map((path): [string, string] => {
    const text = readFileSync(join(folder, path), 'utf8')
    if (!path.endsWith('site.yaml')) return [path, text]
    const file = parse(text, { schema: 'core' }) as Record<string, object>
    return [path, stringify({ ...official, ...file, registration })]
  })
  const keyed = files.map(([path, text]): [string, string] => [path.replaceAll(sep, '/'), text])
  const changed = withHostileTexts(new Map(keyed))
  for (const [path, text] of changed.files) writeFileSync(join(folder, path), text)
  const pictures = 'attachments/site'
  cpSync(join('test/cases/official/content', pictures), join(content, pictures), {
    recursive: true,
  })
  return { reached: changed.reached, possible: changed.possible, data, content }
}

const sources = {
  city: { write: city, command: 'archive', asOf: '2024-12-20' },
  documents: { write: documents, command: 'build', asOf: '2026-12-01' },
} as const
export type HostileSite = keyof typeof sources

/** Writes the authored files of a hostile site below a folder and builds it into `outDir`. */
export async function buildHostile(
  name: HostileSite,
  folder: string,
  outDir: string,
): Promise<HostileFolders> {
  const { write, command, asOf } = sources[name]
  const folders = write(folder)
  await startCommand([command], {
    DATA_DIR: folders.data,
    CONTENT_DIR: folders.content,
    OUT_DIR: outDir,
    AS_OF: asOf,
    SITE_URL: 'https://www.example.gov.cn/',
  })
  return folders
}
