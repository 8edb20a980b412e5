import { expect, inject, test } from 'vitest'
import { tooNewInCss } from '../support/old-styles.ts'
import { readSite } from '../support/site.ts'

const sites = inject('sites')

test.each(['real', 'official', 'embedded'] as const)(
  'no style sheet of the %s site, as the build writes it, is too new for Chrome 78',
  (name) => {
    const { files, read } = readSite(sites[name])
    const sheets = [...files].filter((path) => path.endsWith('.css'))
    expect(sheets).not.toEqual([])
    expect(sheets.flatMap((path) => tooNewInCss(read(path), path))).toEqual([])
  },
)
