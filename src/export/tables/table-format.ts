import type { Deflate } from '../deflate.ts'
import type { Provenance, Table } from '#view/tables/table.ts'

/** The bytes of a file, at once or later. */
type Written = Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>

/** The content of a file of tables besides its rows. */
export interface FileContext {
  readonly provenance: Provenance
  /** From the file to the root of the site: `../../`. */
  readonly root: string
  /** Compresses parts of the file, where its format has such. */
  readonly deflate?: Deflate
}

interface FormatFacts {
  /** Of its files, in lower case: `csv`. In capitals it is the name of the format for readers. */
  readonly extension: string
  /** As registered by IANA, without parameters: `text/csv`. */
  readonly mediaType: string
  /** UTF-8 text, which servers send compressed and with its charset; otherwise the format compresses itself. */
  readonly isText: boolean
  /** What readers use the file as, over its column in the list of all data: 表格. */
  readonly heading: string
  /** What readers need to know of its files, below the list of all data, in sentences. */
  readonly note?: string
  /** The JSON Schema of a table's file, from the folder of the schemas; left out where the format has none. */
  readonly schemaFile?: (table: string) => string
}

/** A format whose files hold one table each. */
export interface OneTableFormat extends FormatFacts {
  readonly holds: 'one table'
  readonly write: (table: Table, context: FileContext) => Written
}

/** A format whose files hold all tables of a part of the site. */
export interface AllTablesFormat extends FormatFacts {
  readonly holds: 'all tables'
  readonly write: (tables: readonly Table[], context: FileContext) => Written
}

/** A format in which tables are published. It is one file, and one entry of `tableFormats`. */
export type TableFormat = OneTableFormat | AllTablesFormat

/** As a server sends it: `text/csv; charset=utf-8`. */
export const contentTypeOf = ({ mediaType, isText }: TableFormat): string =>
  isText ? `${mediaType}; charset=utf-8` : mediaType
