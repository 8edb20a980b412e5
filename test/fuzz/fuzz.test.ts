import { expect, test } from 'vitest'
import { folderOf } from '../support/folder.ts'
import { corporaIn } from './corpora.ts'
import { fuzz } from './fuzz.ts'

/** `npm run fuzz` goes on from here, by hand. */
const runs = Array.from({ length: 300 }, (_run, n) => n)

test('whatever is changed in a file, the program holds to its promises, and no change is silent', async () => {
  const broken = []
  for await (const finding of fuzz(corporaIn(folderOf({})), 20261126, runs))
    if (finding !== null) broken.push(finding)
  expect(broken).toEqual([])
})
