import type { Site } from '#schema/site.ts'

/** Who made a document; a site that is not official says so in each. */
export const originWords = ({ name, notice }: Site): string =>
  `由“${name}”生成。${notice === undefined ? '' : `${notice}。`}`
