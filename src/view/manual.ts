import type { ChapterHead, ExplanationGroup, ManualTexts } from '#model/manual-texts.ts'
import type { Model } from '#model/model.ts'
import { codeGroupPage, manualPage } from './addresses.ts'
import { Memoized } from '#model/memoized.ts'

/**
 * The readers of the manual's chapters, in the order in which they work; `all`: reference for
 * everyone.
 */
const readers = {
  officer: '办公室',
  clerk: '单位经办人',
  reviewer: '审核人员',
  administrator: '信息化部门',
  all: '查阅',
} as const
type Reader = keyof typeof readers

/** A chapter of the manual, as other pages link to it. */
export interface Chapter {
  /** `all` for a chapter that names no reader. */
  readonly reader: Reader
  readonly name: string
  readonly title: string
  readonly lead: string
  readonly href: string
}

/** The chapters that are generated from code. */
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

/**
 * A page of the chapter on message codes. There is one for each subject: a single page would load
 * slowly.
 */
export interface CodeGroup {
  readonly id: string
  readonly title: string
  readonly name: string
  readonly href: string
  readonly codes: ExplanationGroup['messages']
}

interface Texts {
  /** The chapter `index` first. */
  readonly chapters: readonly Chapter[]
  readonly codeGroups: readonly CodeGroup[]
}

const texts = new Memoized<Texts>()
const noTexts: Texts = { chapters: [], codeGroups: [] }

/** Whether the site shows the manual. */
export const isPublished = (model: Model): boolean => model.dataset.site.manual !== false

const textsOf = (model: Model): Texts =>
  texts.of(model, () => (isPublished(model) ? listed(model.manual()) : noTexts))

const listed = ({ chapters, messages }: ManualTexts): Texts => ({
  chapters: [...chapters.map(chapterOf).sort(byReading), ...Object.values(reference)],
  codeGroups: messages.map(({ id, title, messages: codes }) => ({
    id: `about-${id}`,
    title: `${reference.codes.title}：${title}`,
    name: title,
    href: codeGroupPage(id),
    codes,
  })),
})

const order = Object.keys(readers) as Reader[]

function chapterOf({ name, title, lead, reader: named }: ChapterHead): Chapter {
  const reader = order.find((known) => known === named) ?? 'all'
  return { reader, name, title, lead, href: manualPage(name) }
}

const byReading = (a: Chapter, b: Chapter): number =>
  Number(b.name === 'index') - Number(a.name === 'index') ||
  order.indexOf(a.reader) - order.indexOf(b.reader)

/** The pages of the chapter on message codes; none for a site that shows no manual. */
export const codeGroups = (model: Model): readonly CodeGroup[] => textsOf(model).codeGroups

/** Every chapter of the manual, in the order of reading; none for a site that shows no manual. */
export const chapters = (model: Model): readonly Chapter[] => textsOf(model).chapters

/** Chapters grouped by their readers. */
export const byReader = (some: readonly Chapter[]): { title: string; chapters: Chapter[] }[] =>
  order
    .map((reader) => ({
      title: readers[reader],
      chapters: some.filter((chapter) => chapter.reader === reader),
    }))
    .filter((group) => group.chapters.length > 0)
