import { execFileSync } from 'node:child_process'
import {
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { demoAsOf, generateCity } from '#demo/generate.ts'
import { Random } from '#demo/random.ts'
import { writeDemo } from '#demo/write.ts'
import { keptFolder } from '#site/kept-build.ts'
import { settingsFrom } from '#site/settings.ts'
import { folderOf } from '../support/folder.ts'

/** `REBUILD_STEPS=20 npx vitest run test/cli/rebuild.test.ts` tries so many more changes, one at a time. */
const steps = Number(process.env['REBUILD_STEPS'] ?? 0)
const seed = process.env['REBUILD_SEED'] ?? ''

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

/** A copy of the program, whose templates may be changed, with a city of its own. */
function officeOf(): string {
  const office = folderOf({})
  for (const part of [
    'src',
    'public',
    'package.json',
    'package-lock.json',
    'astro.config.mjs',
    'tsconfig.json',
  ])
    cpSync(part, join(office, part), { recursive: true })
  symlinkSync(resolve('node_modules'), join(office, 'node_modules'))
  // The reports of a few units are enough.
  const city = [...generateCity({ size: 'city-3y', seed: 1 })].filter(
    ([path]) => !path.includes('/self-inspections/') || /\/(li-\w+|youzheng)\.yaml$/.test(path),
  )
  writeDemo(join(office, 'city'), new Map(city))
  // Three years, of which the search shall keep the older ones in parts by themselves.
  edit(join(office, 'src/site/search-parts.ts'), (text) =>
    text.replace('mostInOne = 16', 'mostInOne = 8').replace('mostInPart = 200', 'mostInPart = 3'),
  )
  return office
}

const environmentOf = (office: string, city: string) => ({
  DATA_DIR: join(office, city, 'data'),
  CONTENT_DIR: join(office, city, 'content'),
  OUT_DIR: join(office, `${city}-site`),
  AS_OF: demoAsOf,
  SITE_URL: 'https://www.example.gov.cn/jcgk/',
})

/** Builds a site and gives what was said. */
function build(office: string, city: string, args: readonly string[] = []): string {
  return execFileSync(process.execPath, ['src/cli/gongshi.js', 'build', ...args], {
    cwd: office,
    env: { ...process.env, ...environmentOf(office, city) },
    encoding: 'utf8',
    maxBuffer: Infinity,
  })
}

/** Compares the last build with one from nothing, of a copy of the data, so that nothing is shared. */
function expectSameAsClean(office: string): void {
  const [beside, fresh] = [join(office, 'city-site'), join(office, 'copy-site')]
  rmSync(join(office, 'copy'), { recursive: true, force: true })
  cpSync(join(office, 'city'), join(office, 'copy'), { recursive: true })
  build(office, 'copy', ['--clean'])
  const names = (folder: string): string[] =>
    filesIn(folder).map((file) => file.slice(folder.length))
  expect(names(beside)).toEqual(names(fresh))
  const differing = names(fresh).filter(
    (file) => !readFileSync(join(beside, file)).equals(readFileSync(join(fresh, file))),
  )
  expect(differing).toEqual([])
}

/** Changes a few bytes all over files. */
function damage(files: readonly string[]): void {
  for (const file of files) {
    const bytes = readFileSync(file)
    for (let at = 0; at < bytes.length; at += 500) bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(file, bytes)
  }
}

type Change = (office: string, random: Random) => void

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

const line =
  (field: string, value: string) =>
  (text: string): string => {
    const present = new RegExp(`^${field}: .*$`, 'm')
    return present.test(text)
      ? text.replace(present, `${field}: ${value}`)
      : `${text}${field}: ${value}\n`
  }

const reportsOf = (office: string): string[] => filesIn(join(office, 'city/data/self-inspections'))
const statementsOf = (office: string): string[] => filesIn(join(office, 'city/data/rectifications'))
/** Reports without files of their own: those may be moved and taken back alone. */
const loose = (office: string): string[] =>
  reportsOf(office).filter(
    (file) => !/^(archived|attachments|corrections):/m.test(readFileSync(file, 'utf8')),
  )
const number = (random: Random): number => random.whole(1, 9999)

/** What units say, in words: after these most files stay. */
const ofWords: readonly Change[] = [
  (office, random) => {
    edit(random.pick(reportsOf(office)), line('outlook', `第${number(random)}次补充，加强巡查。`))
  },
  (office, random) => {
    edit(random.pick(reportsOf(office)), line('summary', `检查了${number(random)}个栏目。`))
  },
  (office, random) => {
    edit(random.pick(statementsOf(office)), line('statement', `第${number(random)}次说明。`))
  },
]

/** What an office does besides. */
const others: readonly Change[] = [
  (office, random) => {
    edit(random.pick(reportsOf(office)), (text) =>
      line('title', `自查整改情况（修订${number(random)}）`)(text),
    )
  },
  (office, random) => {
    edit(random.pick(reportsOf(office)), line('figures', `{ 发现问题: ${number(random)} }`))
  },
  (office, random) => {
    rmSync(random.pick(loose(office)))
  },
  (office, random) => {
    const from = random.pick(loose(office))
    const to = join(from, '..', 'youzheng.yaml')
    if (from !== to) renameSync(from, to)
  },
  (office, random) => {
    const file = join(office, 'city/data/channels.yaml')
    const names = [...readFileSync(file, 'utf8').matchAll(/name: (示例\S+?),/g)]
    const name = random.pick(names)[1] ?? ''
    edit(file, (text) => text.replaceAll(`name: ${name},`, `name: ${name}号,`))
  },
  (office, random) => {
    edit(random.pick(filesIn(join(office, 'city/data/inspections'))), (text) =>
      text.replace(/^remarks:/m, `# ${number(random)}\nremarks:`),
    )
  },
]

/** What a developer does. */
const ofTemplates: readonly Change[] = [
  (office, random) => {
    edit(join(office, 'src/components/PrevNext.astro'), (text) =>
      text.replace(/<nav/, `<nav data-edition="${number(random)}"`),
    )
  },
  (office, random) => {
    edit(join(office, 'src/pages/self-inspections/[period]/[unit].astro'), (text) =>
      text.replace('报告未写明。', `报告未写明（${number(random)}）。`),
    )
  },
]

const madeAgain = (said: string): number =>
  Number(/重新生成了 (\d+) 个/.exec(said)?.[1] ?? Number.NaN)

test('after any change a build from the last one is what a build from nothing is', () => {
  const office = officeOf()
  const random = new Random(`rebuild ${seed}`)
  build(office, 'city')

  // What nothing was changed of is made of nothing but the last build.
  expect(madeAgain(build(office, 'city'))).toBe(0)
  for (const change of ofWords) change(office, random)
  const few = madeAgain(build(office, 'city'))
  expect(few).toBeGreaterThan(0)
  expect(few).toBeLessThan(30)
  for (const change of ofWords) change(office, random)
  // What somebody did to the site meanwhile does not stay.
  const [first = '', second = '', third = ''] = filesIn(join(office, 'city-site/units'))
  edit(first, (text) => `${text}<!-- by hand -->`)
  rmSync(second)
  cpSync(first, third)
  const about = join(office, 'city-site/about.html')
  const { ino } = statSync(about)
  expect(madeAgain(build(office, 'city'))).toBeGreaterThan(0)
  // All else is not even written again.
  expect(statSync(about).ino).toBe(ino)
  expectSameAsClean(office)

  // When the last build turns out to be damaged on the way, all is made.
  const kept = keptFolder(settingsFrom(environmentOf(office, 'city')))
  damage(filesIn(kept).filter((file) => /files-\d+$/.test(file)))
  rmSync(about)
  for (const change of ofWords) change(office, random)
  expect(madeAgain(build(office, 'city'))).toBeNaN()
  expectSameAsClean(office)

  for (const change of [...others, ...ofTemplates]) change(office, random)
  expect(madeAgain(build(office, 'city'))).toBeNaN()
  expectSameAsClean(office)

  for (let step = 0; step < steps; step++) {
    random.pick([...ofWords, ...others, ...ofTemplates])(office, random)
    build(office, 'city')
    expectSameAsClean(office)
  }
}, 36_000_000)
