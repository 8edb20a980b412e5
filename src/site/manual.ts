import type { Model } from '#domain/model.ts'
import { chapterHeads } from '#loading/manual.ts'
import { groups } from '#problems/manual.ts'
import { codeGroupPage, manualPage } from './addresses.ts'
import { Memoized } from './memoized.ts'

/** For whom a chapter is written, in the order in which the work goes; `all`: to look things up. */
export const readers = {
  officer: '办公室',
  clerk: '单位经办人',
  reviewer: '审核人员',
  administrator: '信息化部门',
  all: '查阅',
} as const
type Reader = keyof typeof readers

/** A chapter of the manual, as other pages link to it. */
export interface Chapter {
  /** One that names no reader is to look things up. */
  readonly reader: Reader
  readonly name: string
  readonly title: string
  readonly lead: string
  readonly href: string
}

/** The chapters that are made from code. */
export const reference = {
  fields: {
    reader: 'all',
    name: 'fields',
    title: '各文件的字段',
    lead: '每个数据文件可以写哪些字段、怎样填、哪些必填。',
    href: manualPage('fields'),
  },
  codes: {
    reader: 'all',
    name: 'codes',
    title: '提示代码',
    lead: '检查时每一种提示的含义和改法。代码是提示第一行末尾方括号里的英文。',
    href: manualPage('codes'),
  },
} as const satisfies Record<string, Chapter>

const written = new Memoized<readonly Chapter[]>()

/** Whether the site shows the manual. */
export const isPublished = (model: Model): boolean => model.dataset.site.manual !== false

const writtenChapters = (model: Model): readonly Chapter[] => written.of(model, chaptersOfProgram)

/** The start first. */
const chaptersOfProgram = (): Chapter[] =>
  chapterHeads()
    .map(({ name, title, lead, reader: named }) => {
      const reader = order.find((known) => known === named) ?? 'all'
      return { reader, name, title, lead, href: manualPage(name) }
    })
    .sort(
      (a, b) =>
        Number(b.name === 'index') - Number(a.name === 'index') ||
        order.indexOf(a.reader) - order.indexOf(b.reader),
    )

const order = Object.keys(readers) as Reader[]

/** The pages of the chapter on codes, one a subject: all on one would be too heavy for a slow line. */
const everyCodeGroup = groups.map(({ id, title, codes }) => ({
  id,
  title: `${reference.codes.title}：${title}`,
  name: title,
  href: codeGroupPage(id.replace('about-', '')),
  codes,
}))

/** Those of a site that shows the manual; none for another. */
export const codeGroups = (model: Model): typeof everyCodeGroup =>
  isPublished(model) ? everyCodeGroup : []

/** Every chapter of the manual, in the order of reading; none for a site that shows no manual. */
export const chapters = (model: Model): Chapter[] =>
  isPublished(model) ? [...writtenChapters(model), ...Object.values(reference)] : []

/** Chapters by those for whom they are written. */
export const byReader = (some: readonly Chapter[]): { title: string; chapters: Chapter[] }[] =>
  order
    .map((reader) => ({
      title: readers[reader],
      chapters: some.filter((chapter) => chapter.reader === reader),
    }))
    .filter((group) => group.chapters.length > 0)
