/**
 * Where authored files lie, by kind; `*` stands for an id, of an attachment for its path. Problems,
 * forms and commands name files by it.
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
  bulletin: 'content/bulletins/*.mdx',
  chapter: 'content/manual/*.mdx',
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

/** The names directly below `data/` or `content/`. */
export const namesBelow = (root: 'data' | 'content'): string[] =>
  Object.values(authoredFiles).flatMap((place) => {
    const [first, name = ''] = place.split('/')
    return first === root ? [name] : []
  })
