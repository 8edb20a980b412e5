/**
 * Limits of a spreadsheet to import. The issues of a whole province in ten years fill a tenth of
 * them.
 */
export const limits = {
  /** Of the file, in bytes. */
  fileBytes: 20 * 1024 * 1024,
  /** Of all decompressed parts of a workbook that are read, in bytes. */
  partBytes: 64 * 1024 * 1024,
  /** Parts of a workbook, including pictures and printer settings. */
  parts: 5_000,
  sheets: 255,
  rows: 20_000,
  columns: 500,
  /** Cells of all sheets, including empty ones before the last cell of each row. */
  cells: 2_000_000,
  /** Shared strings. */
  sharedTexts: 1_000_000,
  /** Cell formats; spreadsheet programs allow no more. */
  styles: 65_490,
} as const
