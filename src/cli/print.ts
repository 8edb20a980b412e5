import { printableLines } from '#messages/printable.ts'

/**
 * Prints text on the terminal; commands use no other way. Texts in a message are escaped where they
 * are inserted, each on its line; here control sequences for terminals and pipelines are removed.
 */
export function print(text: string): void {
  process.stdout.write(printableLines(text))
}

/** Prints text on the error stream, escaped in the same way. */
export function printError(text: string): void {
  process.stderr.write(printableLines(text))
}

/**
 * Prints a file for a program (CSV, JSON, annotations, Markdown, CODEOWNERS), whose format has its
 * own escapes.
 */
export function printFile(text: string): void {
  process.stdout.write(text)
}
