import { resolve } from 'node:path'
import type { Folders } from '#read/files/files.ts'
import { dayIn, isDay } from '#model/calendar.ts'
import { hasErrors, type Problem } from '#messages/problem.ts'
import { isUnfinished } from '#messages/unfinished.ts'

/** The settings of a run. Paths are absolute. */
export interface Settings {
  readonly dataDir: string
  readonly contentDir: string
  readonly outDir: string
  /** Public address of the site, where it is known. */
  readonly siteUrl: string | undefined
  /** The day for which states are computed; today in the site's time zone when not given. */
  readonly asOf: string | undefined
  /** `git`: pages say when a file was first committed. */
  readonly history: string | undefined
  /** `yes`: the site holds an archive of each inspection and links to it. */
  readonly archives: string | undefined
  /**
   * `yes`: bulletins, registers and reports are also offered as PDF. A browser draws them, so these
   * files are not the same bytes in every build.
   */
  readonly pdf: string | undefined
  /**
   * `show`: unfinished data is shown as a draft instead of stopping the run. Never for a release.
   */
  readonly unfinished: string | undefined
  /** `yes`: compressed copies are written beside the files, for servers that send them. */
  readonly precompress: string | undefined
  /**
   * `yes`: data and content are an untrusted proposal; the two folders must not be symbolic links.
   */
  readonly proposal: string | undefined
  /** The port at which a built site is served, as written. */
  readonly port: string | undefined
  /** The browser that draws PDF files, where it is not to be looked for. */
  readonly chromium: string | undefined
  /** Where Node writes what of the program has run, when that is measured. */
  readonly coverage: string | undefined
}

/** The folders of authored files. */
export const foldersOf = ({ dataDir, contentDir, proposal }: Settings): Folders => ({
  data: dataDir,
  content: contentDir,
  isProposal: proposal === 'yes',
})

/**
 * Reads `DATA_DIR`, `CONTENT_DIR`, `OUT_DIR`, `SITE_URL`, `AS_OF`, `HISTORY`, `ARCHIVES`,
 * `PDF`, `UNFINISHED`, `PRECOMPRESS`, `PROPOSAL`, `PORT`, `CHROMIUM` and `NODE_V8_COVERAGE`.
 */
export function settingsFrom(environment: NodeJS.ProcessEnv): Settings {
  // An empty variable is how many systems write "not set".
  const {
    DATA_DIR,
    CONTENT_DIR,
    OUT_DIR,
    SITE_URL,
    AS_OF,
    HISTORY,
    ARCHIVES,
    PDF,
    UNFINISHED,
    PRECOMPRESS,
    PROPOSAL,
    PORT,
    CHROMIUM,
    NODE_V8_COVERAGE,
  } = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  return {
    dataDir: resolve(DATA_DIR ?? 'data'),
    contentDir: resolve(CONTENT_DIR ?? 'content'),
    outDir: resolve(OUT_DIR ?? 'dist'),
    siteUrl: SITE_URL,
    asOf: AS_OF,
    history: HISTORY,
    archives: ARCHIVES,
    pdf: PDF,
    unfinished: UNFINISHED,
    precompress: PRECOMPRESS,
    proposal: PROPOSAL,
    port: PORT,
    chromium: CHROMIUM,
    coverage: NODE_V8_COVERAGE,
  }
}

/**
 * The day for which states are computed: the one that was set, else today in the site's time zone.
 */
export const asOfDay = ({ asOf }: Settings, timeZone: string): string =>
  asOf ?? dayIn(timeZone, new Date())

/** The first mistake in the settings, in Chinese; null when there is none. */
export function settingsMistake({
  asOf,
  siteUrl,
  history,
  archives,
  pdf,
  unfinished,
  precompress,
  proposal,
}: Settings): string | null {
  if (asOf !== undefined && !isDay(asOf))
    return `AS_OF“${asOf}”不是有效日期，请写成“年-月-日”，例如 2024-06-06。`
  if (siteUrl !== undefined && !/^https?:\/\/[^/]/.test(siteUrl))
    return `SITE_URL“${siteUrl}”不是网址，请写以 http:// 或 https:// 开头的完整网址。`
  if (history !== undefined && history !== 'git')
    return `HISTORY“${history}”不能用；只能写 git，或不设置。`
  if (archives !== undefined && archives !== 'yes')
    return `ARCHIVES“${archives}”不能用；只能写 yes，或不设置。`
  if (pdf !== undefined && pdf !== 'yes') return `PDF“${pdf}”不能用；只能写 yes，或不设置。`
  if (unfinished !== undefined && unfinished !== 'show')
    return `UNFINISHED“${unfinished}”不能用；只能写 show，或不设置。`
  if (precompress !== undefined && precompress !== 'yes')
    return `PRECOMPRESS“${precompress}”不能用；只能写 yes，或不设置。`
  if (proposal !== undefined && proposal !== 'yes')
    return `PROPOSAL“${proposal}”不能用；只能写 yes，或不设置。`
  return null
}

/**
 * Whether problems stop a run: any error does, except unfinished data when the settings show it as
 * a draft.
 */
export const areStopping = (
  problems: readonly Problem[],
  { unfinished }: Pick<Settings, 'unfinished'>,
): boolean =>
  hasErrors(unfinished === 'show' ? problems.filter((problem) => !isUnfinished(problem)) : problems)
