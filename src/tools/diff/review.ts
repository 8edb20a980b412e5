import type { Dataset } from '#model/dataset.ts'

/** The authored files of one version. */
export interface ReviewedVersion {
  /** Null when there is no folder of data. */
  readonly dataset: Dataset | null
  /** The plain value of each data file. */
  readonly values: ReadonlyMap<string, unknown>
  /** Whether a file is there and cannot be read. */
  readonly isUnreadable: (file: string) => boolean
}

/** The data of both versions. */
export interface BothDatasets {
  readonly before: Dataset | null
  readonly now: Dataset | null
}

/** One thing that readers will see otherwise. Null where there was, or will be, nothing. */
export interface ReviewLine {
  readonly what: string
  readonly before: string | null
  readonly after: string | null
}

/** What a change does to one record, or to what one unit has said. */
export interface ReviewPart {
  readonly subject: string
  readonly file: string
  readonly lines: readonly ReviewLine[]
}

/** A page by its address from the root of the site. */
export interface PageLine {
  readonly address: string
  readonly title: string
}

/** Which pages come, read otherwise, or go. */
export interface PageChanges {
  readonly added: readonly PageLine[]
  readonly changed: readonly PageLine[]
  readonly removed: readonly PageLine[]
  /** Whether what stands on every page is changed: the name of the site, its notice, its footer. */
  readonly isFrameChanged: boolean
}

/** A change to something already published that no correction speaks of. */
export interface OwedCorrection {
  readonly file: string
  readonly line: number | null
  /** What is changed, as the check says it. */
  readonly says: string
  /** The entry to be written, for the record's corrections. */
  readonly entry: string
}

/** All that a reviewer reads of a change. */
export interface Review {
  /** 与版本“main”相比 */
  readonly between: string
  /** Changed paths that are not authored files: the program, the pipelines, the settings of the site. */
  readonly elsewhere: readonly string[]
  /** Whether an engineer of the office has approved those paths; null where nobody was asked. */
  readonly isApproved: boolean | null
  /** The change in a few words: 叙州区新增问题1项, 期限 +2. */
  readonly headlines: readonly string[]
  readonly records: readonly ReviewPart[]
  /** Null when a file could not be read, so that nobody knows what would stand on which page. */
  readonly pages: PageChanges | null
  readonly owed: readonly OwedCorrection[]
}

/** Whether every file of both versions could be read. */
export const isWholeReview = (records: readonly ReviewPart[]): boolean =>
  records.every(({ lines }) => lines.length > 0)
