import type { Tone } from './state-words.ts'

/** SVG paths, 12 by 12, that can be told apart without colour. */
export const chipSymbols: Readonly<Record<Tone, string>> = {
  neutral: 'M2 6h8',
  due: 'M6 1.5a4.5 4.5 0 1 0 .01 0M6 3.5V6l2 1.5',
  done: 'M1.5 6.5l3 3 6-7',
  alert: 'M2 2l8 8M10 2l-8 8',
}
