import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ReadDocument, readDocuments } from '#read/documents/read-documents.ts'
import { compareReports } from '#tools/compare-reports/compare.ts'
import { usualForm, usualThresholds } from '#tools/compare-reports/thresholds.ts'
import {
  blocksOfReport,
  brokenManners,
  manners,
  type Report,
  shuffledSentences,
  type Titles,
  usualTitles,
  withOtherNumbers,
} from './report-manners.ts'
import { writtenReports } from './written-reports.ts'

const options = { form: usualForm(), thresholds: usualThresholds() }

/** How the report of the second year came about. */
const changes = {
  copied: (first: Report) => first,
  'numbers changed': (first: Report) => withOtherNumbers(first),
  shuffled: (first: Report) => shuffledSentences(withOtherNumbers(first)),
  honest: (_: Report, second: Report) => second,
} as const

/** Titles that differ from those of the form, each in all six places. */
const otherTitles: Readonly<Record<string, Titles>> = {
  'as in the form': usualTitles,
  'with Arabic numbers': usualTitles.map((title, n) =>
    title.replace(/^.、/, `${n + 1}、`),
  ) as unknown as Titles,
  'as parts': usualTitles.map((title) =>
    title.replace(/^(.)、/, '第$1部分　'),
  ) as unknown as Titles,
  'without numbers': usualTitles.map((title) => title.slice(2)) as unknown as Titles,
  'with other words': [
    '一、2022年政府信息公开工作开展情况',
    ...(usualTitles.slice(1, 4) as [string, string, string]),
    '五、短板弱项及今后打算',
    '六、其他',
  ],
  'left out': ['', '', '', '', '', ''],
  'left out after the tables': [...usualTitles.slice(0, 4), '', ''] as unknown as Titles,
  'in brackets': usualTitles.map((title) => title.replace(/^(.)、/, '（$1）')) as unknown as Titles,
}

/** A report of a year in a manner, under titles. */
interface Written {
  readonly unit: number
  readonly change: keyof typeof changes | 'first'
  readonly manner: string
  readonly titles: string
}
const keyOf = ({ unit, change, manner, titles }: Written): string =>
  [unit, change, manner, titles].join('/')

/** A pair: how the second year came about, the units and manners of both years, and their titles. */
interface Pair {
  readonly now: Written
  readonly last: Written
}

const mannerNames = Object.keys(manners)
const units = writtenReports.map((_, n) => n)

/**
 * Every manner of the first year with each manner of the second one, spread over the units.
 *
 * @param step how many units on the report of the first year is: 0 for the same one
 */
const pairsOfManners = (change: keyof typeof changes, step = 0): Pair[] =>
  mannerNames.flatMap((last, i) =>
    mannerNames.map((now, k) => {
      const unit = (i + k) % units.length
      return {
        now: { unit, change, manner: now, titles: 'as in the form' },
        last: {
          unit: (unit + step) % units.length,
          change: 'first',
          manner: last,
          titles: 'as in the form',
        },
      }
    }),
  )

/** Every manner of the first year with each kind of titles. */
const pairsOfTitles = (now: string | null, last: string | null, step = 0): Pair[] =>
  mannerNames.flatMap((manner, i) =>
    Object.keys(otherTitles).map((titles, k) => {
      const unit = (i + k) % units.length
      return {
        now: {
          unit,
          change: 'numbers changed',
          manner: mannerNames[(i + k + 1) % mannerNames.length] ?? '',
          titles: now ?? titles,
        },
        last: {
          unit: (unit + step) % units.length,
          change: 'first',
          manner,
          titles: last ?? titles,
        },
      }
    }),
  )

const broken = Object.keys(brokenManners)

/** Units with so much text of their own that a few lost words do not make it too short to compare. */
const longUnits = 3

/** Every broken manner with each kind of titles, in the second year and in the first. */
const pairsOfBroken = (change: keyof typeof changes, step = 0): Pair[] =>
  broken.flatMap((manner, i) =>
    Object.keys(otherTitles).flatMap((titles, k) => {
      const unit = (i + k) % longUnits
      const last = { unit: (unit + step) % longUnits, change: 'first' } as const
      const usual = {
        manner: mannerNames[(i + k) % mannerNames.length] ?? '',
        titles: 'as in the form',
      }
      return [
        { now: { unit, change, manner, titles }, last: { ...last, ...usual } },
        { now: { unit, change, ...usual }, last: { ...last, manner, titles } },
      ]
    }),
  )

/** The pairs by what they are; every set has each manner in which reports are published. */
const sets = {
  copied: pairsOfManners('copied'),
  'numbers changed': pairsOfManners('numbers changed'),
  shuffled: pairsOfManners('shuffled'),
  honest: pairsOfManners('honest'),
  unrelated: pairsOfManners('honest', 1),
  'other titles in the second year': pairsOfTitles(null, 'as in the form'),
  'other titles in the first year': pairsOfTitles('as in the form', null),
  'other titles in both years': pairsOfTitles(null, null),
  'unrelated, with other titles': pairsOfTitles(null, null, 1),
  'numbers changed, broken': pairsOfBroken('numbers changed'),
  'shuffled, broken': pairsOfBroken('shuffled'),
  'honest, broken': pairsOfBroken('honest'),
  'unrelated, broken': pairsOfBroken('honest', 1),
} as const

export type MannerSet = keyof typeof sets

/** A pair with the reuse that was found; null without a verdict. */
export interface ComparedManners {
  readonly pair: string
  readonly reuse: number | null
}

/** The reports of pairs, read from files as the command reads them. */
function documentsOf(allPairs: readonly (readonly Pair[])[]): ReadonlyMap<string, ReadDocument> {
  const needed = allPairs.flatMap((pairs) => pairs.flatMap(({ now, last }) => [now, last]))
  const written = [...new Map(needed.map((one) => [keyOf(one), one])).values()]
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-test-'))
  const names = written.map(({ unit, change, manner, titles }, n) => {
    const { unit: name, years } = writtenReports[unit] as (typeof writtenReports)[number]
    const report = change === 'first' ? years[0] : changes[change](...years)
    const year = change === 'first' ? 2022 : 2023
    const [ending, content] = (manners[manner] ?? brokenManners[manner])?.(
      blocksOfReport(name, year, report, otherTitles[titles]),
    ) ?? ['', '']
    writeFileSync(join(folder, `${n}.${ending}`), content)
    return `${n}.${ending}`
  })
  const documents = new Map(
    readDocuments(folder, names).map((document, n) => [keyOf(written[n] as Written), document]),
  )
  rmSync(folder, { recursive: true })
  return documents
}

/**
 * Compares all pairs, each alone, without other reports of the year: the hardest case for template.
 * Takes some seconds, most of them for PDF.
 */
export function compareManners(): Readonly<Record<MannerSet, readonly ComparedManners[]>> {
  const documents = documentsOf(Object.values(sets))
  const documentOf = (written: Written): ReadDocument => {
    const document = documents.get(keyOf(written))
    if (document === undefined) throw new Error('no such document')
    if ('unread' in document.content)
      throw new Error(`${keyOf(written)}: ${document.content.unread}`)
    return { ...document, path: '示例局.txt' }
  }
  const compared = ({ now, last }: Pair): ComparedManners => ({
    pair: `${keyOf(last)} → ${keyOf(now)}`,
    reuse:
      compareReports(
        { name: '2023', documents: [documentOf(now)] },
        { name: '2022', documents: [documentOf(last)] },
        options,
      ).records[0]?.reuse ?? null,
  })
  return Object.fromEntries(
    Object.entries(sets).map(([name, pairs]) => [name, pairs.map(compared)]),
  ) as Record<MannerSet, ComparedManners[]>
}
