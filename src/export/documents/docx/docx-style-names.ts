import type { HeadingLevel } from './official-document.ts'

// Apart from the styles themselves, whose library is too large for a browser.

export const headingStyles: Readonly<Record<HeadingLevel, string>> = {
  1: 'Heading1',
  2: 'Heading2',
  3: 'Heading3',
  4: 'Heading4',
}
/** Character styles of headings that run into their paragraph. */
export const leadStyles: Readonly<Record<HeadingLevel, string>> = {
  1: 'Lead1',
  2: 'Lead2',
  3: 'Lead3',
  4: 'Lead4',
}
