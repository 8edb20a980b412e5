import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { demoAsOf, generateCity } from '#demo/generate.ts'
import { Random } from '#demo/random.ts'
import { writeDemo } from '#demo/write.ts'
import { command } from '../support/command.ts'
import { folderOf } from '../support/folder.ts'

/** `REBUILD_STEPS=20 npx vitest run test/cli/rebuild.test.ts` tries so many changes in a row. */
const steps = Number(process.env['REBUILD_STEPS'] ?? 1)

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

function build(city: string, out: string): string {
  const folder = join(city, out)
  command(['build'], {
    DATA_DIR: join(city, 'data'),
    CONTENT_DIR: join(city, 'content'),
    OUT_DIR: folder,
    AS_OF: demoAsOf,
    SITE_URL: 'https://www.example.gov.cn/jcgk/',
  })
  return folder
}

/** What an office does in the data: another word, a report taken back, one for another period's unit. */
const changes: readonly ((city: string, random: Random) => void)[] = [
  (city, random) => {
    const file = random.pick(reportsOf(city))
    const text = readFileSync(file, 'utf8')
    const title = /^title: (.*)$/m.exec(text)?.[1] ?? ''
    writeFileSync(file, text.replace(title, `${title}（修订${random.whole(1, 999)}）`))
  },
  (city, random) => {
    rmSync(random.pick(reportsOf(city)))
  },
  (city, random) => {
    const all = reportsOf(city)
    const from = random.pick(all)
    const to = join(from, '..', 'youzheng.yaml')
    if (from !== to) renameSync(from, to)
  },
  (city, random) => {
    const file = join(city, 'data/channels.yaml')
    const text = readFileSync(file, 'utf8')
    const name = random.pick([...text.matchAll(/name: (示例\S+?),/g)].map(([, found]) => found))
    if (name !== undefined)
      writeFileSync(file, text.replaceAll(`name: ${name},`, `name: ${name}号,`))
  },
  (city, random) => {
    const file = random.pick(filesIn(join(city, 'data/inspections')))
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace(/^remarks:/m, `# ${random.whole(1, 999)}\nremarks:`))
  },
]

/** Reports without files of their own: those may be moved and taken back alone. */
const reportsOf = (city: string): string[] =>
  filesIn(join(city, 'data/self-inspections')).filter(
    (file) => !/^(archived|attachments|corrections):/m.test(readFileSync(file, 'utf8')),
  )

test('after any change a build beside the last one is what a build from nothing is', () => {
  const city = folderOf({})
  writeDemo(city, generateCity({ size: 'city-1y', seed: 1 }))
  const random = new Random(`rebuild ${process.env['REBUILD_SEED'] ?? ''}`)
  let last = filesIn(build(city, 'beside')).length
  for (let step = 0; step < steps; step++) {
    for (const change of changes) change(city, random)
    const beside = build(city, 'beside')
    rmSync('node_modules/.cache/gongshi', { recursive: true, force: true })
    const fresh = build(city, 'fresh')
    const names = (folder: string): string[] =>
      filesIn(folder).map((file) => file.slice(folder.length))
    expect(names(beside)).toEqual(names(fresh))
    expect(names(beside).length).not.toBe(last)
    last = names(beside).length
    const differing = names(fresh).filter(
      (file) => !readFileSync(join(beside, file)).equals(readFileSync(join(fresh, file))),
    )
    expect(differing).toEqual([])
  }
}, 3_600_000)
