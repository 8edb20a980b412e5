import { utils, write } from '@e965/xlsx'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importSheet } from '../../src/cli/import.ts'
import { base, copyOf, type Folders } from './authored.ts'
import { printed } from './printed.ts'

export type Copy = Folders & { readonly folder: string }

/** A copy of the data with a column map and a spreadsheet beside it. */
export function withTable(map: string, rows: readonly (readonly unknown[])[]): Copy {
  const copy = copyOf(base)
  writeFileSync(join(copy.folder, 'map.yaml'), map)
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '清单')
  writeFileSync(
    join(copy.folder, 't.xlsx'),
    new Uint8Array(write(book, { type: 'array' }) as ArrayBuffer),
  )
  return copy
}

/** The output of `npm run import` for the spreadsheet of such a copy. */
export const importTable = (copy: Copy, ...more: string[]) =>
  printed(
    importSheet,
    copy,
    join(copy.folder, 't.xlsx'),
    '--map',
    join(copy.folder, 'map.yaml'),
    ...more,
  )
