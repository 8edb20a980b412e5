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

/** One change that readers will see. Null for the value of a field that was, or will be, absent. */
export interface ReviewLine {
  readonly what: string
  readonly before: string | null
  readonly after: string | null
}

/** The changes of one record, or of one unit's statement. */
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

/** Which pages come, show something else, or go. */
export interface PageChanges {
  readonly added: readonly PageLine[]
  readonly changed: readonly PageLine[]
  readonly removed: readonly PageLine[]
  /** Whether the content of every page changes: the name of the site, its notice, its footer. */
  readonly isShellChanged: boolean
}

/** A change to something already published that no correction speaks of. */
export interface OwedCorrection {
  readonly file: string
  readonly line: number | null
  /** The change, in the words of the check. */
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
  /**
   * Whether an engineer of the office has approved those paths; null where approval was not
   * queried.
   */
  readonly isApproved: boolean | null
  /** The change in a few words: 叙州区新增问题1项, 期限 +2. */
  readonly headlines: readonly string[]
  readonly records: readonly ReviewPart[]
  /** Null when a file could not be read or is wrong, so that the changed pages are unknown. */
  readonly pages: PageChanges | null
  readonly owed: readonly OwedCorrection[]
  /** Where the pages before the change are published; undefined where that is not known. */
  readonly siteUrl?: string | undefined
}

/** Whether every file of both versions could be read. */
export const isWholeReview = (records: readonly ReviewPart[]): boolean =>
  records.every(({ lines }) => lines.length > 0)
