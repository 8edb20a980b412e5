import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** The pictures of the repository, without those of the manual. */
const pictures = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
  .split('\0')
  .filter((path) => /\.(?:png|jpe?g|gif|svg|webp|ico|avif|bmp)$/i.test(path))
  .filter((path) => !path.startsWith('content/manual/pictures/'))

test('the program brings no emblem, seal, letterhead or registration mark: an office supplies its own', () => {
  // The pictures of the fictional office show only the words of what they stand for.
  const ofFictionalOffice = /^test\/cases\/official\/content\/attachments\/site\//
  expect(pictures.filter((path) => !ofFictionalOffice.test(path)).sort()).toEqual([
    '.github/home.png',
    'public/favicon.png',
    'public/favicon.svg',
  ])
})
