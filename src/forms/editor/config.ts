import { authoredFile, authoredFolder } from '#schema/authored-files.ts'
import { missingWords } from '#model/figure.ts'
import type { Dataset } from '#model/dataset.ts'
import { pathInRepository } from '#view/new-file-address.ts'
import type { EditorService } from '#model/edited-repository.ts'
import { fileKinds } from '#schema/file-kinds.ts'
import type { Repository, Site } from '#schema/site.ts'
import { textKey } from './file-format.ts'
import { type EditorField, editorFields, type EditorShape } from './shape.ts'
import { entryIndexKey, idKey, wordKey } from './values.ts'

/** A kind of file in the editor: its format, its fields, and the first line of a new file. */
interface EditorKind {
  readonly name: string
  readonly format: string
  readonly head: string
  readonly fields: readonly EditorField[]
}

type KindName = keyof typeof fileKinds

/** The kinds of file that the editor can open, each with the fields of its schema. */
export const editorKinds: readonly EditorKind[] = (Object.keys(fileKinds) as KindName[]).map(
  (name) => ({
    name,
    format: `gongshi-${name}`,
    head: `yaml-language-server: $schema=${'../'.repeat(fileKinds[name].place.split('/').length - 1)}public/schema/${name}.json`,
    fields: editorFields(fileKinds[name].schema),
  }),
)

/** Where each service has its interface for programs. */
const services = {
  github: (origin: string) =>
    origin === 'https://github.com' ? 'https://api.github.com' : `${origin}/api/v3`,
  gitlab: (origin: string) => `${origin}/api/v4`,
  gitea: (origin: string) => `${origin}/api/v1`,
} as const satisfies Record<EditorService, unknown>

const serviceOf = ({ kind, address }: Repository): { name: keyof typeof services; api: string } => {
  if (kind === undefined || kind === 'gitee') throw new Error('no service for the editor')
  return { name: kind, api: services[kind](new URL(address).origin) }
}

/**
 * The content security policy of the editor's page: it may connect only to the repository's hosts,
 * runs only the site's own scripts, and needs inline styles.
 */
export function editorPolicy(repository: Repository): string {
  const { origin } = new URL(repository.address)
  const hosts = [...new Set([origin, new URL(serviceOf(repository).api).origin])].join(' ')
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${hosts}`,
    `connect-src 'self' blob: data: ${hosts}`,
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

type EditedData = Pick<Dataset, 'site' | 'units' | 'openness' | 'opennessOffice'>

/** The newest years whose ledgers the editor opens; older ones are edited as files. */
const editedYears = 2

/** The editor's configuration, from the same schemas as everything else. */
export function editorConfig(
  { site, units, openness, opennessOffice }: EditedData,
  repository: Repository,
): object {
  const { name, api } = serviceOf(repository)
  const { pathname, origin } = new URL(repository.address)
  const { branch = 'main', folder = 'data' } = repository
  // The content folder is beside the data folder.
  const attachments = folder.replace(/[^/]+$/, authoredFolder('attachment'))
  const app = site.editor?.app
  const at = (place: string): string => pathInRepository(repository, place)
  const kind = (of: KindName): EditorKind => {
    const found = editorKinds.find((one) => one.name === of)
    if (found === undefined) throw new Error(`no kind ${of}`)
    return found
  }
  const unitNames = Object.fromEntries(Object.entries(units).map(([id, unit]) => [id, unit.name]))
  const fields = (of: KindName): object[] => controls(kind(of).fields, unitNames, site)
  const folderOf = (of: KindName, label: string, more: object): object => ({
    name: of,
    label,
    folder: at(fileKinds[of].place).split('/*')[0],
    extension: 'yaml',
    format: kind(of).format,
    create: true,
    delete: false,
    // Otherwise a collection with a path would store files beside the entry.
    media_folder: `/${attachments}`,
    fields: fields(of),
    ...more,
  })
  const single = (of: KindName): object => ({
    name: of,
    label: fileKinds[of].title,
    file: at(fileKinds[of].place),
    format: kind(of).format,
    fields: fields(of),
  })
  const officeYears = Object.keys(opennessOffice).sort().slice(-editedYears)
  const ledgerOffice =
    officeYears.length === 0
      ? []
      : [
          {
            name: 'openness-office',
            label: fileKinds['openness-office'].title,
            files: officeYears.map((year) => ({
              ...single('openness-office'),
              name: `openness-office-${year}`,
              label: `${year}年`,
              file: at(authoredFile('openness-office', year)),
            })),
          },
        ]
  return {
    load_config_file: false,
    backend: {
      name,
      repo: pathname.replace(/^\/|\/$|\.git$/g, ''),
      branch,
      base_url: origin,
      api_root: api,
      ...(app === undefined ? {} : { auth_type: 'pkce', app_id: app }),
      skip_ci: false,
    },
    // Changes are proposed and reviewed. The editor cannot propose changes on Gitea, where the
    // protected branch ensures the review.
    publish_mode: name === 'gitea' ? 'simple' : 'editorial_workflow',
    media_folder: attachments,
    logo: { show_in_header: false },
    collections: [
      folderOf('inspection', '各期检查', {
        path: '{{slug}}',
        slug: { editable: true },
        summary: '{{period.label}}',
      }),
      folderOf('self-inspection', '自查整改情况', {
        path: '{{slug}}',
        nested: { depth: 2 },
        summary: '{{filename}}',
      }),
      folderOf('rectification', '整改说明', {
        path: '{{slug}}',
        nested: { depth: 2 },
        summary: '{{filename}}',
      }),
      folderOf('register', '台账核查记录', { summary: '{{filename}}' }),
      // A folder for each year: the office's files lie beside these folders.
      ...Object.keys(openness)
        .sort()
        .slice(-editedYears)
        .map((year) =>
          folderOf('openness', `${year}年政策文件和征求意见`, {
            name: `openness-${year}`,
            folder: at(authoredFile('openness', year, '')).replace(/\/[^/]*$/, ''),
            summary: '{{filename}}',
          }),
        ),
      ...ledgerOffice,
      {
        name: 'base',
        label: '名录和设置',
        files: (['units', 'channels', 'site'] as const).map(single),
      },
    ],
  }
}

interface Control {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly required: boolean
}

const controls = (
  fields: readonly EditorField[],
  unitNames: Readonly<Record<string, string>>,
  site: Site,
): object[] => [
  { name: textKey, label: '原文', widget: 'hidden' },
  ...fields.map((field) => control(field, unitNames, site)),
]

function control(
  { key, title, help, required, shape }: EditorField,
  unitNames: Readonly<Record<string, string>>,
  site: Site,
): object {
  const common: Control = {
    name: key,
    label: title,
    ...(help === null ? {} : { hint: help }),
    // The check reports missing fields in its own words; a draft may lack them.
    required: false,
  }
  return {
    ...common,
    ...(required ? { label: `${title}（必填）` } : {}),
    ...widget(key, shape, unitNames, site),
  }
}

function widget(
  key: string,
  shape: EditorShape,
  unitNames: Readonly<Record<string, string>>,
  site: Site,
): object {
  const inner = (fields: readonly EditorField[]): object[] =>
    fields.map((field) => control(field, unitNames, site))
  const options = isOfRecords(key, shape) ? optionsFor(key, unitNames, site) : null
  switch (shape.kind) {
    case 'text':
      return options === null
        ? { widget: long.has(key) ? 'text' : 'string' }
        : { widget: 'select', options }
    case 'choice':
      return {
        widget: 'select',
        options: choicesOf(shape),
      }
    case 'list':
      if (shape.item.kind === 'group')
        return {
          widget: 'list',
          collapsed: true,
          fields: [
            { name: entryIndexKey, label: '次序', widget: 'hidden' },
            ...inner(shape.item.fields),
          ],
        }
      if (shape.item.kind === 'choice')
        return { widget: 'select', multiple: true, options: choicesOf(shape.item) }
      return options === null
        ? { widget: 'list', field: { name: 'item', label: '一项', widget: 'string' } }
        : { widget: 'select', multiple: true, options }
    case 'group':
      return { widget: 'object', collapsed: true, fields: inner(shape.fields) }
    case 'group-or-word':
      return {
        widget: 'object',
        collapsed: true,
        fields: [
          {
            name: wordKey,
            label: '没有的，选择原因',
            required: false,
            widget: 'select',
            options: [{ value: shape.word, label: words[shape.title] ?? shape.title }],
          },
          ...inner(shape.fields),
        ],
      }
    case 'records':
      return {
        widget: 'list',
        collapsed: true,
        fields: [
          { name: idKey, label: '编号', widget: 'string', hint: '小写英文、数字和短横' },
          ...(shape.record.kind === 'group'
            ? inner(shape.record.fields)
            : [
                {
                  name: 'value',
                  label: '内容',
                  required: false,
                  ...widget('', shape.record, unitNames, site),
                },
              ]),
        ],
      }
  }
}

const choicesOf = ({
  choices,
  meanings,
}: Pick<Extract<EditorShape, { kind: 'choice' }>, 'choices' | 'meanings'>): object[] =>
  choices.map((value, n) => ({ value, label: meanings[n] ?? words[value] ?? value }))

/** Whether a field takes ids of records: the unit of a measure is also called `unit`. */
function isOfRecords(key: string, shape: EditorShape): boolean {
  const leaf = shape.kind === 'list' ? shape.item : shape
  return leaf.kind === 'text' && (key === 'platform' || !leaf.schema.safeParse('个百分点').success)
}

/** Fields that are usually longer than a line. */
const long = new Set([
  'text',
  'statement',
  'remark',
  'note',
  'outlook',
  'problem',
  'measures',
  'result',
])

const words: Readonly<Record<string, string>> = { ...missingWords, true: '是', false: '否' }

/** The options of a field that takes ids of known records, by name. */
function optionsFor(
  key: string,
  unitNames: Readonly<Record<string, string>>,
  { tiers, areas, platforms }: Site,
): object[] | null {
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    unit: unitNames,
    units: unitNames,
    tier: tiers,
    area: Object.fromEntries(Object.entries(areas).map(([id, area]) => [id, area.name])),
    platform: Object.fromEntries(Object.keys(platforms).map((name) => [name, name])),
  }
  const names = known[key]
  if (names === undefined || Object.keys(names).length === 0) return null
  return [
    ...Object.entries(names).map(([value, label]) => ({ value, label })),
    ...(key === 'unit' ? [{ value: 'not-stated', label: missingWords['not-stated'] }] : []),
  ]
}
