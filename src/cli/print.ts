import { printableLines } from '#messages/printable.ts'

/**
 * The only way of commands to the terminal. Texts that a command is composed of are escaped where they
 * are quoted, each on its line; here nothing gets through that steers a terminal or a pipeline.
 */
export function say(text: string): void {
  process.stdout.write(printableLines(text))
}

/** The same on the error stream. */
export function complain(text: string): void {
  process.stderr.write(printableLines(text))
}

/** Prints a file for a program (CSV, JSON, annotations, Markdown, owners of files), whose format has its own escapes. */
export function sayFile(text: string): void {
  process.stdout.write(text)
}
