/**
 * Where authored files lie, by kind; `*` stands for an id, of an attachment for its path. Problems,
 * forms and commands name files by it; no other file of the program types such a path.
 */
export const authoredFiles = {
  site: 'data/site.yaml',
  units: 'data/units.yaml',
  channels: 'data/channels.yaml',
  corrections: 'data/corrections.yaml',
  indicators: 'data/indicators/*.yaml',
  inspection: 'data/inspections/*.yaml',
  register: 'data/registers/*.yaml',
  'self-inspection': 'data/self-inspections/*/*.yaml',
  rectification: 'data/rectifications/*/*.yaml',
  openness: 'data/openness/*/*.yaml',
  'openness-office': 'data/openness/*.yaml',
  bulletin: 'content/bulletins/*.mdx',
  chapter: 'content/manual/*.mdx',
  explanations: 'content/manual/messages/*.yaml',
  attachment: 'content/attachments/*',
} as const

type Kind = keyof typeof authoredFiles
type IdsIn<Place> = Place extends `${string}*${infer Rest}` ? [id: string, ...IdsIn<Rest>] : []

/** The path of a file of a kind: `authoredFile('inspection', '2024-q1')`. */
export function authoredFile<K extends Kind>(
  kind: K,
  ...ids: IdsIn<(typeof authoredFiles)[K]>
): string {
  const parts = authoredFiles[kind].split('*')
  return parts.map((part, n) => part + (ids[n] ?? '')).join('')
}

/** The folder below which all files of a kind lie: `data/inspections`. */
export const authoredFolder = (kind: Kind): string =>
  authoredFiles[kind].replace(/(\/\*.*|\/[^/*]+)$/, '')

/** The kind of the file at a path, and the ids in the path; null for a path of no kind. */
export function kindOfFile(file: string): { readonly kind: Kind; readonly ids: string[] } | null {
  for (const [kind, pattern] of patterns) {
    const [all, ...ids] = pattern.exec(file) ?? []
    if (all !== undefined) return { kind, ids }
  }
  return null
}

const patterns = (Object.entries(authoredFiles) as [Kind, string][]).map(
  ([kind, place]) =>
    [
      kind,
      new RegExp(
        `^${place
          .replaceAll('.', '\\.')
          .replaceAll('*', kind === 'attachment' ? '(.+)' : '([^/]+)')}$`,
      ),
    ] as const,
)

/** The two folders in which offices write, by the names that problems and reviews use for them. */
export type Root = 'data' | 'content'

/** The name of a path below one of the two folders; of the folder itself for the path ''. */
export const fileBelow = (root: Root, path: string): string =>
  path === '' ? root : `${root}/${path}`

/** The folder that a file lies in, and its path below it. */
export function rootAndPath(file: string): { readonly root: Root; readonly path: string } {
  const [root, ...rest] = file.split('/')
  return { root: root === 'data' ? 'data' : 'content', path: rest.join('/') }
}

/** The names directly below `data/` or `content/`. */
export const namesBelow = (root: Root): string[] => [
  ...new Set(
    Object.values(authoredFiles).flatMap((place) => {
      const [first, name = ''] = place.split('/')
      return first === root ? [name] : []
    }),
  ),
]
