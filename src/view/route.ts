/** A route: a kind of page, with the file that renders it and its pages. */
import type { Model } from '#model/model.ts'
import type { PageEntry } from './page-entry.ts'

export interface RoutePage<Props> {
  readonly entry: PageEntry
  /** The properties that the Astro page gets. */
  readonly props: Props
}

/** An entry of the navigation, which leads to the last page of a route that has several. */
interface Navigation {
  /** By which pages say to which entry they belong. */
  readonly id: string
  readonly label: string | ((model: Model) => string)
  /** Whether another route has this entry in a site. */
  readonly isLeftOut?: (model: Model) => boolean
  /** Entries are shown in this order. */
  readonly place: number
  /** What it is about: a menu keeps the entries of a group together. */
  readonly group: 'results' | 'duties' | 'notes'
}

export interface Route<Props, View = unknown> {
  /** The file that renders it, below `src/pages`; addresses follow from its name: `issues/[id].astro`. */
  readonly file: string
  /** The one address of a page that a site may lack: only so does its file name have brackets. */
  readonly address?: string
  /** Its pages with their addresses, titles and records, without empty pages. */
  readonly pages: (model: Model) => readonly RoutePage<Props>[]
  /**
   * What a page shows, as plain values: its file renders them, and the review of a change compares
   * them. Links to neighbours and to files of data are left to the page's file.
   */
  view(model: Model, props: NoInfer<Props>): View
  readonly navigation?: Navigation
  /** Left out of the HTML site map, of `sitemap.xml` and of the search. */
  readonly isUnlisted?: true
  /** Routes in sequence with the same name are listed record by record, by the `record` of their entries. */
  readonly together?: string
  /**
   * The archives of inspections that contain its pages, by what the first parameter of their
   * address names; without it, no archive contains them.
   */
  readonly archivedWith?: 'every inspection' | 'inspection' | 'issue' | 'self-inspections'
}

/** A part of an address that a file names in brackets. No id holds a point. */
const parameter = /\[(\w+)\]/g
/** The whole address in brackets: `[...former]`. */
const restParameter = /\[\.\.\.(\w+)\]/g

/** The addresses that a page file can have, with its parameters as named groups. */
export const addressPattern = (file: string): RegExp =>
  new RegExp(
    `^/${file
      .replace(/\.astro$/, '')
      .replace(restParameter, '(?<$1>[^<>]+)')
      .replaceAll('.', '\\.')
      .replace(parameter, '(?<$1>[^/.]+)')}\\.html$`,
  )
