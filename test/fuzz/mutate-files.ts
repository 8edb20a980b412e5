import { cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Random } from '#tools/demo/random.ts'
import type { Corpus } from './corpora.ts'
import { fileNames } from './hostile-values.ts'
import { mutatedBytes, mutatedText } from './mutate-text.ts'
import { mutatedYaml } from './mutate-yaml.ts'

/** Changes one file of a corpus on disk, or its name; returns a description. */
export function mutate(corpus: Corpus, random: Random): string {
  const file = random.pick([...corpus.originals.keys()])
  const bytes = corpus.originals.get(file) ?? Buffer.alloc(0)
  if (random.chance(0.08)) return `${file}: ${mutatedName(corpus, file, random)}`
  const path = join(corpus.folder, file)
  const isText = /\.(yaml|mdx)$/.test(file)
  if (!isText || random.chance(0.1)) {
    const { bytes: after, did } = mutatedBytes(bytes, random)
    writeFileSync(path, after)
    return `${file}: ${did}`
  }
  const text = bytes.toString('utf8')
  const isMdx = file.endsWith('.mdx')
  const tree = isMdx || random.chance(0.25) ? null : mutatedTree(text, random)
  if (tree === null) {
    const { bytes: after, did } = mutatedText(text, isMdx, random)
    writeFileSync(path, after)
    return `${file}: ${did}`
  }
  writeFileSync(path, tree.text)
  return `${file}: ${tree.did}`
}

/** One change to the tree, sometimes two. */
function mutatedTree(text: string, random: Random): ReturnType<typeof mutatedYaml> {
  const first = mutatedYaml(text, random)
  if (first === null || !random.chance(0.2)) return first
  const second = mutatedYaml(first.text, random)
  return second === null ? first : { text: second.text, did: `${first.did}; ${second.did}` }
}

function mutatedName(corpus: Corpus, file: string, random: Random): string {
  const path = join(corpus.folder, file)
  const name = random.pick(fileNames)
  const ending = random.pick(['.yaml', '.yaml', '.mdx', '.yml', '.YAML', '', '.pdf', '.yaml.txt'])
  const other = join(dirname(path), `${name}${ending}`)
  const [unchanged, gone, deep] = [
    (): string => {
      cpSync(path, other)
      return `copied to ${JSON.stringify(name + ending)}`
    },
    (): string => {
      renameSync(path, other)
      return `renamed to ${JSON.stringify(name + ending)}`
    },
    (): string => {
      mkdirSync(join(dirname(path), name), { recursive: true })
      cpSync(path, join(dirname(path), name, `${name}${ending}`))
      return `copied into a folder ${JSON.stringify(name)}`
    },
  ] as const
  const ways: readonly (() => string)[] = [
    unchanged,
    unchanged,
    gone,
    gone,
    deep,
    () => {
      rmSync(path)
      return 'removed'
    },
    () => {
      rmSync(path)
      mkdirSync(path)
      return 'became a folder'
    },
    () => {
      rmSync(path)
      symlinkSync(random.pick(['/etc/hostname', '.', '..', path, '/nowhere']), path)
      return 'became a link'
    },
    () => {
      symlinkSync(random.pick(['..', '/etc', '.']), join(dirname(path), 'link'))
      return 'got a link to a folder beside it'
    },
    () => {
      const folder = dirname(path)
      renameSync(folder, join(dirname(folder), 'moved'))
      return 'its folder was renamed'
    },
  ]
  try {
    return random.pick(ways)()
  } catch {
    // A name that the file system refuses cannot occur.
    return 'nothing'
  }
}

/** Restores a corpus. */
export function restore({ folder, originals }: Corpus): void {
  rmSync(folder, { recursive: true, force: true })
  for (const [path, bytes] of originals) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
}
