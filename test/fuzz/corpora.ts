import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { generateCity } from '#tools/demo/generate.ts'
import { writeDemo } from '#tools/demo/write.ts'
import { base, copyOf, type Folders, sample } from '../support/authored.ts'
import { assembleRealCases } from '../support/real-cases.ts'

/** A separate set of authored files, each of which can be changed and restored. */
export interface Corpus {
  readonly name: string
  readonly folder: string
  readonly folders: Folders
  /** The original bytes of every file, by path. */
  readonly originals: ReadonlyMap<string, Buffer>
  /** How often it is chosen relative to the others; large ones are slow. */
  readonly weight: number
}

export const official: Folders = {
  data: join(import.meta.dirname, '../cases/official/data'),
  content: join(import.meta.dirname, '../cases/official/content'),
}

/** Copies of the sample, the demo and the test cases below a folder. */
export function corporaIn(root: string): Corpus[] {
  const demo = join(root, 'demo')
  // The reports of one unit only, because the others are similar and slow to read.
  writeDemo(
    demo,
    new Map(
      [...generateCity({ size: 'city-1y', seed: 1 })].filter(
        ([path]) => !path.includes('/self-inspections/') || path.endsWith('/li-jiang.yaml'),
      ),
    ),
  )
  return [
    corpus('sample', copyOf(sample, join(root, 'sample')), 4),
    corpus('base', copyOf(base, join(root, 'base')), 4),
    corpus('official', copyOf(official, join(root, 'official')), 12),
    corpus('cases', assembleRealCases(join(root, 'cases')), 2),
    corpus('demo', { data: join(demo, 'data'), content: join(demo, 'content') }, 2),
  ]
}

function corpus(name: string, { data, content }: Folders, weight: number): Corpus {
  const folder = join(data, '..')
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll(sep, '/'))
    .sort()
  return {
    name,
    folder,
    folders: { data, content },
    originals: new Map(paths.map((path) => [path, readFileSync(join(folder, path))])),
    weight,
  }
}
