import type { Dataset } from '../dataset.ts'
import type { Problem } from '#messages/problem.ts'
import type { SourceText } from './source-text.ts'
import type { YamlSource } from './yaml-places.ts'

/** The content of all authored files, as far as they could be read. */
export interface Loaded {
  /** Null if there is no data folder. */
  readonly dataset: Dataset | null
  readonly problems: readonly Problem[]
  readonly sources: ReadonlyMap<string, SourceText | YamlSource>
  /** Files and folders that are expected but could not be read. */
  readonly unreadable: readonly string[]
}
