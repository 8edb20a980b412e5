import { expect, test } from 'vitest'
import { folderOf } from '../support/folder.ts'
import { corporaIn } from './corpora.ts'
import { fuzz } from './fuzz.ts'

/** `npm run fuzz` runs more, by hand. */
const runs = Array.from({ length: 300 }, (_run, n) => n)

test('after any change to a file the program keeps its promises and reports the change', async () => {
  const broken = []
  for await (const finding of fuzz(corporaIn(folderOf({})), 20261126, runs))
    if (finding !== null) broken.push(finding)
  expect(broken).toEqual([])
})
