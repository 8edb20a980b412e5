import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import { references } from '#checks/references.ts'
import { Random } from '#demo/random.ts'
import { foundOr, reportOr, withKeptReading } from '#loading/kept-reading.ts'
import { type CheckedData, forgetReading, loadChecked } from '#loading/load-checked.ts'
import { perText } from '#loading/per-text.ts'
import { writeSealed } from '#loading/sealed-file.ts'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { corporaIn, official } from '../fuzz/corpora.ts'
import { mutate, restore } from '../fuzz/mutate-files.ts'
import { copyOf, type Folders, sample } from '../support/authored.ts'
import { folderOf } from '../support/folder.ts'

function readAnew(folders: Folders): CheckedData {
  forgetReading()
  return loadChecked(folders)
}

/** What a new process reads, with what earlier ones have kept in a folder. */
function readWith(kept: string, folders: Folders): CheckedData {
  forgetReading()
  return withKeptReading(folders, () => loadChecked(folders), kept)
}

/** What stands in a file with some content that is whole. */
function sealed(file: string, content: Buffer): Buffer {
  writeSealed(file, content)
  return readFileSync(file)
}

test('a text that was read before is not read again; another is, and one with a mistake', () => {
  const kept = folderOf({})
  const folders = { data: 'data', content: 'content' }
  const read: string[] = []
  const lengthOf = perText(
    ({ text }) => {
      read.push(text)
      return { length: text.length, problems: text === 'wrong' ? ['wrong'] : [] }
    },
    {
      pack: ({ length, problems }) => (problems.length === 0 ? length : undefined),
      unpack: (length) => ({ length: Number(length), problems: [] }),
    },
  )
  const command = (texts: Record<string, string>): number[] => {
    forgetReading()
    return withKeptReading(
      folders,
      () => Object.entries(texts).map(([file, text]) => lengthOf({ file, text }).length),
      kept,
    )
  }
  expect(command({ a: 'one', b: 'three', c: 'wrong' })).toEqual([3, 5, 5])
  expect(command({ a: 'one', b: 'three!', c: 'wrong' })).toEqual([3, 6, 5])
  expect(read).toEqual(['one', 'three', 'wrong', 'three!', 'wrong'])
  // What is no longer there is not kept for ever.
  expect(command({ a: 'one' })).toEqual([3])
  expect(command({ a: 'one', b: 'three!' })).toEqual([3, 6])
  expect(read.at(-1)).toBe('three!')
})

test('what was found in a text is not looked for again, unless it is about something else', () => {
  const kept = folderOf({})
  const looked: string[] = []
  const lengthOf = perText(({ text }) => ({ problems: text === 'wrong' ? ['wrong'] : [] }), {
    pack: ({ problems }) => (problems.length === 0 ? true : undefined),
    unpack: () => ({ problems: [] }),
  })
  const command = (text: string, abouts: readonly string[]): string[] => {
    forgetReading()
    const source = { file: 'a', text }
    const find = (about: string): string =>
      foundOr(source, about, () => {
        looked.push(`${about} in ${text}`)
        return `${about} found`
      })
    return withKeptReading(
      { data: 'data', content: 'content' },
      () => {
        lengthOf(source)
        return abouts.map(find)
      },
      kept,
    )
  }
  const looks = (text: string, abouts: readonly string[]): string[] => {
    looked.length = 0
    expect(command(text, abouts)).toEqual(abouts.map((about) => `${about} found`))
    return [...looked]
  }
  expect(looks('one', ['number', 'sign', 'number'])).toEqual(['number in one', 'sign in one'])
  expect(looks('one', ['number', 'sign'])).toEqual([])
  expect(looks('one', ['number', 'word'])).toEqual(['word in one'])
  expect(looks('two', ['number'])).toEqual(['number in two'])
  // Of a text that is not kept, nothing is.
  expect(looks('wrong', ['number'])).toEqual(['number in wrong'])
  expect(looks('wrong', ['number'])).toEqual(['number in wrong'])
})

test('a report is made again only when what it rests on is another', () => {
  const kept = folderOf({})
  const folders = { data: 'data', content: 'content' }
  const lengthOf = perText(({ text }) => ({ length: text.length, problems: [] }), {
    pack: ({ length }) => length,
    unpack: (length) => ({ length: Number(length), problems: [] }),
  })
  const [a, b] = [
    { file: 'a', text: 'one' },
    { file: 'b', text: 'two' },
  ]
  let made: string[] = []
  const command = (texts: readonly (typeof a)[], rest: unknown, beside: readonly (typeof a)[]) => {
    forgetReading()
    made = []
    const make = (name: string) => () => {
      made.push(name)
      return { of: name }
    }
    return withKeptReading(
      folders,
      () => {
        for (const text of [...texts, ...beside]) lengthOf(text)
        return reportOr(texts, rest, () => {
          foundOr(a, 'signs', make('signs'))
          return make(`report ${JSON.stringify(rest)}`)()
        })
      },
      kept,
    )
  }
  const first = command([a], [1], [b])
  expect(made).toEqual(['signs', 'report [1]'])
  // This one reads less, so that all is written again: with what was found in the texts.
  expect(command([a], [1], [])).toEqual(first)
  expect(made).toEqual([])
  expect(command([a], [1, 2], [])).toEqual({ of: 'report [1,2]' })
  expect(made).toEqual(['report [1,2]'])
  command([a, b], [1, 2], [])
  expect(made).toEqual(['report [1,2]'])
  command([a, { ...b, text: 'too' }], [1, 2], [])
  expect(made).toEqual(['report [1,2]'])
  command([a, { ...b, text: 'too' }], [1, 2], [])
  expect(made).toEqual([])
})

/** Words that rules look for in every text, some of them those of the site's own contact. */
const conspicuous = [
  '电话13912345678',
  '来信office@example.gov.cn',
  '来信other@example.gov.cn',
  '身份证11010519491231002X',
  '待补充',
  '检查了,看过了',
]
const contacts = ['', '电话13912345678', '信箱office@example.gov.cn', '另询总机']

/** Puts words at the end of a line of prose, or another contact into the site's settings. */
function edited(file: string, text: string, random: Random): string {
  const [lines, words] = [text.split('\n'), random.pick(conspicuous)]
  if (file === 'data/site.yaml') {
    const others = lines.filter((line) => !line.startsWith('contact:'))
    const contact = random.pick(contacts)
    return [contact === '' ? '' : `contact: ${contact}`, ...others].join('\n')
  }
  const prose = [...lines.entries()].filter(([, line]) => /\p{Script=Han}{4}$/u.test(line))
  if (prose.length === 0) return text
  const [at, line] = random.pick(prose)
  return lines.toSpliced(at, 1, `${line}${words}`).join('\n')
}

describe('what was kept', () => {
  test('hides nothing that a rule finds in a text, whatever came and went', () => {
    const [root, kept] = [folderOf({}), folderOf({})]
    const random = new Random('kept findings')
    const codes = new Set<string>()
    for (const { name, folder, folders, originals } of corporaIn(root)) {
      const files = [...originals.keys()].filter((file) => /\.(yaml|mdx)$/.test(file))
      for (let step = 0; step < 16; step++) {
        const file = random.chance(0.3) ? 'data/site.yaml' : random.pick(files)
        const path = join(folder, file)
        const original = originals.get(file) ?? Buffer.alloc(0)
        const isBack = random.chance(0.3)
        writeFileSync(path, isBack ? original : edited(file, readFileSync(path, 'utf8'), random))
        const anew = readAnew(folders)
        for (const time of ['first', 'second'])
          expect(readWith(kept, folders), `${name}, step ${step}, ${time}`).toEqual(anew)
        for (const { code } of [...anew.problems, ...anew.hints]) codes.add(code)
      }
    }
    expect([...codes]).toEqual(
      expect.arrayContaining([
        'email-not-listed',
        'personal-data',
        'text-unfinished',
        'prose-half-width',
      ]),
    )
  }, 240_000)

  test('spares every rule while all is the same, and none after any change', () => {
    const [kept, copy] = [folderOf({}), copyOf(official)]
    const asked = vi.spyOn(references, 'check')
    onTestFinished(() => {
      asked.mockRestore()
    })
    const timesAsked = (): number => {
      const anew = readAnew(copy)
      asked.mockClear()
      expect(readWith(kept, copy)).toEqual(anew)
      return asked.mock.calls.length
    }
    const attachment = join(copy.content, 'attachments/2025-q2/shuiwu/problems.csv')
    const settings = join(copy.data, 'site.yaml')
    const reports = join(copy.data, 'self-inspections')
    const changes: (() => void)[] = [
      () => {
        appendFileSync(settings, '# 说明\n')
      },
      () => {
        appendFileSync(attachment, '\n')
      },
      () => {
        rmSync(attachment)
      },
      () => {
        mkdirSync(join(reports, '2030-q1'))
      },
      () => {
        renameSync(join(reports, '2030-q1'), join(reports, '2030-q2'))
      },
      () => {
        writeFileSync(join(copy.data, 'wrong.yaml'), '')
      },
      () => {
        rmSync(settings)
      },
    ]
    expect([timesAsked(), timesAsked()]).toEqual([1, 0])
    for (const change of changes) {
      change()
      expect([timesAsked(), timesAsked()], String(change)).toEqual([1, 0])
    }
  })

  test('gives the same data and the same report, whatever was changed since', () => {
    const [root, kept] = [folderOf({}), folderOf({})]
    const random = new Random('kept reading')
    for (const corpus of corporaIn(root)) {
      expect(readWith(kept, corpus.folders)).toEqual(readAnew(corpus.folders))
      for (let run = 0; run < 8; run++) {
        const did = `${corpus.name}: ${mutate(corpus, random)}`
        const anew = readAnew(corpus.folders)
        for (const time of ['first', 'second'])
          expect(readWith(kept, corpus.folders), `${did}, ${time}`).toEqual(anew)
        restore(corpus)
      }
    }
  }, 240_000)

  test('is of no account when it is not whole, of other programs, or nothing at all', () => {
    const kept = folderOf({})
    const copy = copyOf(sample)
    const anew = readAnew(copy)
    readWith(kept, copy)
    const [name = ''] = readdirSync(kept)
    const file = join(kept, name)
    const bytes = readFileSync(file)
    for (const broken of [
      Buffer.alloc(0),
      bytes.subarray(0, bytes.length / 2),
      Buffer.concat([bytes.subarray(0, 2000), Buffer.from('?'), bytes.subarray(2001)]),
      sealed(file, Buffer.from('as another Node may write it')),
      sealed(file, serialize({ program: 'another', made: new Map() })),
    ]) {
      writeFileSync(file, broken)
      expect(readWith(kept, copy)).toEqual(anew)
      // And it is whole again.
      expect(readFileSync(file).equals(bytes)).toBe(true)
    }
  })

  test('is not missed where nothing can be written', () => {
    const copy = copyOf(sample)
    const notAFolder = join(folderOf({ file: '' }), 'file')
    expect(readWith(notAFolder, copy)).toEqual(readAnew(copy))
  })
})
