/** The compiled chapters of the manual by their names; `compiled-texts.ts` makes it. */
declare module 'virtual:manual-texts' {
  import type { MDXInstance } from 'astro'
  export const texts: Readonly<Record<string, MDXInstance<Record<string, unknown>>>>
}
