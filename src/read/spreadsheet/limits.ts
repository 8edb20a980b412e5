/**
 * The most that a spreadsheet may hold. No table of an office is as big: the issues of a whole province
 * in ten years fill a tenth of it.
 */
export const limits = {
  /** Of the file, in bytes. */
  fileBytes: 20 * 1024 * 1024,
  /** Of the parts of a workbook that are read, inflated, in bytes. */
  partBytes: 64 * 1024 * 1024,
  /** Parts of a workbook, pictures and settings of printers among them. */
  parts: 5_000,
  sheets: 255,
  rows: 20_000,
  columns: 500,
  /** Places for cells in the rows of all sheets, up to the last cell of each row. */
  cells: 2_000_000,
  /** Texts that cells share. */
  sharedTexts: 1_000_000,
  /** Looks of cells, of which spreadsheet programs themselves allow no more. */
  styles: 65_490,
} as const
