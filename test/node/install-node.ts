import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const system = process.platform === 'win32' ? 'win' : process.platform
const name = `node-${system}-${process.arch}`

/** The program of another version of Node, from npm, fetched once into the cache. */
export function installNode(version: string): string {
  const folder = resolve('node_modules/.cache/other-node', version)
  const program = join(
    folder,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  if (existsSync(program)) return program
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  execFileSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${version}`],
    { cwd: folder, stdio: 'ignore', shell: process.platform === 'win32' },
  )
  return program
}
