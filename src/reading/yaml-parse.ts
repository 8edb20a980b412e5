import { parseDocument, type Document } from 'yaml'

// Core schema: dates stay strings, so that no time zone can move them. Keys that stand twice are
// found below, because the parser compares each with all others.
export const parse = (text: string): Document =>
  parseDocument(text, {
    prettyErrors: false,
    schema: 'core',
    uniqueKeys: false,
    // Not 'silent': that also keeps silent about all that stands behind a second `---`.
    logLevel: 'error',
  })
