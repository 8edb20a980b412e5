import { UserError } from '#messages/user-error.ts'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { sha256 } from '#model/sha256.ts'
import { fontFiles } from '#export/pictures/font-files.ts'
import { escapedXml } from '#model/xml-text.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
// `npm ci` empties node_modules, so the unpacked browser is removed with its package.
const cache = join(root, 'node_modules', '.cache', 'browser')

/** Thrown when no browser can be started; the message is for the user. */
export class NoBrowser extends UserError {}

/** The fonts to use: those of the program, or those of the machine. */
export type Fonts = 'own' | 'system'

/**
 * Starts a headless Chromium: the one that was chosen, else an installed Chromium, Chrome or Edge,
 * else the one inside the npm package `@sparticuz/chromium` (Linux on x64).
 *
 * @param fonts on Linux: `own` draws every text, including Latin, in Noto Sans SC, whatever fonts
 *   the machine has; `system` uses the machine's fonts, and Noto Sans SC for Chinese characters
 *   that they lack. On other systems a browser always uses the machine's fonts: see `ownFontStyle`.
 * @param more arguments of Chromium besides the usual ones
 * @param chosen the path of the browser to start instead
 */
export async function openBrowser(
  fonts: Fonts = 'own',
  more: readonly string[] = [],
  chosen?: string,
): Promise<Browser> {
  const launch = await launcher(fonts, more)
  if (chosen !== undefined) return launch(chosen)

  const failures: string[] = []
  for (const candidate of installed()) {
    try {
      return await launch(candidate)
    } catch (error) {
      // On some systems this is a script that only explains how to install the browser.
      failures.push(`${candidate}: ${String(error)}`)
    }
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const folder = await packaged()
    return launch(join(folder, 'chromium'), { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') })
  }
  throw new NoBrowser(
    [
      '没有可用的浏览器：请安装 Chromium、Chrome 或 Edge，或者用 CHROMIUM 指定一个。',
      ...failures,
    ].join('\n'),
  )
}

type Launch = (executablePath: string, env?: Record<string, string>) => Promise<Browser>

/** Loaded only here: a build does not need the development dependencies. */
async function launcher(fonts: Fonts, more: readonly string[]): Promise<Launch> {
  const playwright = await import('playwright-core').catch(() => {
    throw new NoBrowser(
      '缺少开发依赖 playwright-core，请在项目文件夹运行 npm ci（不要加 --omit=dev）。',
    )
  })
  const FONTCONFIG_FILE = await fontConfiguration(fonts)
  // These variables would override the folders in the file.
  const { FONTCONFIG_PATH: _path, FONTCONFIG_SYSROOT: _root, ...environment } = process.env
  return (executablePath, env = {}) =>
    playwright.chromium.launch({
      executablePath,
      // The pages are our own, and neither root nor most containers can have Chromium's sandbox.
      chromiumSandbox: false,
      args: [
        '--no-proxy-server',
        // Only loopback addresses resolve, also for requests that no page makes.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
        '--font-render-hinting=none',
        ...more,
      ],
      // Without a locale of UTF-8, a file with a Chinese name is downloaded under another one.
      env: { ...environment, LC_ALL: 'C.UTF-8', ...env, FONTCONFIG_FILE },
    })
}

function installed(): string[] {
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
  ]
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))

  const applications = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  )
  const programs = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable]
    if (!folder) return []
    return [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]
  })

  if (process.platform === 'win32') return programs.filter((file) => existsSync(file))
  const usual = process.platform === 'darwin' ? applications : ['/opt/google/chrome/chrome']
  return [...onPath, ...usual].filter((file) => existsSync(file))
}

/** Unpacks the packaged Chromium, once for all processes and runs. */
async function packaged(): Promise<string> {
  const folder = join(cache, 'chromium')
  if (existsSync(folder)) return folder
  await publish(folder, async (staging) => {
    await mkdir(staging)
    // The package reads its settings from the environment and unpacks into the temporary folder: a
    // separate process isolates both from the tests.
    const unpack = `
      import chromium from '@sparticuz/chromium'
      await chromium.executablePath()
    `
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpack], {
      cwd: root,
      env: {
        ...process.env,
        TMPDIR: staging,
        // Also unpack the libraries (NSS) that a minimal machine lacks.
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
      },
    })
  })
  return folder
}

/**
 * A style sheet that uses the program's fonts for a page and its print margins, so that lines break
 * the same way in every browser. A browser that sees the machine's fonts uses them only for
 * characters that the program's fonts lack.
 */
export const ownFontStyle = `
@font-face { font-family: ProgramFont; font-weight: 400; src: url("${pathToFileURL(fontFiles.regular).href}") }
@font-face { font-family: ProgramFont; font-weight: 700; src: url("${pathToFileURL(fontFiles.bold).href}") }
*, *::before, *::after { font-family: ProgramFont !important }
@page {
  @bottom-left { font-family: ProgramFont !important }
  @bottom-right { font-family: ProgramFont !important }
}
`

/**
 * Writes a fontconfig file with two weights of Noto Sans SC, alone or after the machine's fonts.
 */
async function fontConfiguration(fonts: Fonts): Promise<string> {
  const machine = process.env['FONTCONFIG_FILE'] ?? '/etc/fonts/fonts.conf'
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${fonts === 'own' ? '' : `  <include ignore_missing="yes">${escapedXml(machine)}</include>\n`}\
  <dir>${escapedXml(dirname(fontFiles.regular))}</dir>
  <dir>${escapedXml(dirname(fontFiles.bold))}</dir>
  <cachedir>${escapedXml(join(cache, 'fonts'))}</cachedir>
</fontconfig>
`
  const hash = sha256(text).slice(0, 12)
  const file = join(cache, `fonts-${hash}.conf`)
  if (!existsSync(file)) await publish(file, (staging) => writeFile(staging, text))
  return file
}

/**
 * Creates a file or folder under a temporary name and renames it, so that no process sees a partial
 * one.
 */
async function publish(target: string, make: (staging: string) => Promise<void>): Promise<void> {
  await mkdir(cache, { recursive: true })
  const staging = `${target}-${randomUUID()}`
  try {
    await make(staging)
    await rename(staging, target)
  } catch (error) {
    // Another process may have created it meanwhile.
    if (!existsSync(target)) throw error
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}
