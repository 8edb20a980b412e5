import type { Dataset } from '../dataset.ts'
import type { Problem } from '#messages/problem.ts'
import type { SourceText } from './source-text.ts'
import type { YamlSource } from './yaml-places.ts'

/** Everything that people authored, as far as it could be read. */
export interface Loaded {
  /** Null when there is no folder of data. */
  readonly dataset: Dataset | null
  readonly problems: readonly Problem[]
  readonly sources: ReadonlyMap<string, SourceText | YamlSource>
  /** Files and folders that should be there and could not be read. */
  readonly unreadable: readonly string[]
}
