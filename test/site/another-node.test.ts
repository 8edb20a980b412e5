import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir, userInfo } from 'node:os'
import { expect, inject, onTestFinished, test } from 'vitest'
import { realAsOf } from '../support/build-sites.ts'

/** `OTHER_NODE=/path/to/node npm test`: the program of another version, 22.18 or newer. */
const other = process.env['OTHER_NODE']

test.skipIf(other === undefined)('another Node builds the same bytes, for another user too', () => {
  const { real } = inject('sites')
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-test-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const out = join(folder, 'site')
  execFileSync(other ?? '', ['src/cli/gongshi.js', 'build'], {
    env: {
      ...process.env,
      AS_OF: realAsOf,
      OUT_DIR: out,
      HOME: folder,
      USER: `not-${userInfo().username}`,
    },
    stdio: 'pipe',
  })
  const files = (root: string): string[] =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
      .sort()
  expect(files(out)).toEqual(files(real))
  const differing = files(real).filter(
    (file) => !readFileSync(join(out, file)).equals(readFileSync(join(real, file))),
  )
  expect(differing).toEqual([])
})
