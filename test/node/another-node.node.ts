import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { userInfo } from 'node:os'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { copyOf, sample } from '../support/authored.ts'
import { realAsOf } from '../support/build-sites.ts'
import { temporaryFolder } from '../support/folder.ts'
import { installNode } from './install-node.ts'

/** A site with the manual, built by a version of Node. */
function build(node: string, folder: string, environment: Record<string, string>): string {
  const { data, content } = copyOf(sample, folder)
  const out = join(folder, 'site')
  execFileSync(node, ['src/cli/gongshi.js', 'build'], {
    env: {
      ...process.env,
      DATA_DIR: data,
      CONTENT_DIR: content,
      OUT_DIR: out,
      AS_OF: realAsOf,
      SITE_URL: 'https://www.example.gov.cn/jcgk/',
      ...environment,
    },
    stdio: 'pipe',
  })
  return out
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort()

let own = ''
beforeAll(() => {
  const { folder, remove } = temporaryFolder()
  own = build(process.execPath, folder, {})
  return remove
})

/** Another minor version of the Node that the project installs, and the oldest supported one. */
test.each(['24.15.0', '22.18.0'])(
  'Node %s builds the same bytes, in another folder, time zone and locale, for another user',
  (version) => {
    expect(process.versions.node).not.toBe(version)
    const temporary = temporaryFolder()
    onTestFinished(temporary.remove)
    const folder = join(temporary.folder, '另一个 文件夹')
    mkdirSync(folder)
    const other = build(installNode(version), folder, {
      TZ: 'Pacific/Kiritimati',
      LC_ALL: 'tr_TR.UTF-8',
      HOME: folder,
      USER: `not-${userInfo().username}`,
    })
    expect(filesIn(other)).toEqual(filesIn(own))
    const differing = filesIn(own).filter(
      (file) => !readFileSync(join(other, file)).equals(readFileSync(join(own, file))),
    )
    expect(differing).toEqual([])
  },
)
