import { printable, visible } from '#messages/printable.ts'

/**
 * Changes of files other than authored ones, for the top of a review: the words for each kind of
 * path, the most dangerous first, and how untrusted paths are shown.
 */

const kinds: readonly (readonly [string, RegExp])[] = [
  ['流水线', /^(\.ci|\.github|\.gitlab|\.gitea|\.workflow)\/|^\.gitlab-ci\.yml$/],
  ['git 的设置', /(^|\/)\.git[^/]*(\/|$)/],
  ['程序', /^(src|test)\/|^(package|package-lock|tsconfig)\.json$|^\.npmrc$|\.config\.(m?js|ts)$/],
  ['网站设置', /(^|\/)site\.yaml$/],
  ['表格的对应关系', /^maps\//],
  ['说明手册', /^content\/manual\//],
  ['网站附带的文件', /^public\//],
]

interface ChangedPath {
  /** 流水线, 说明手册, … */
  readonly kind: string
  /** On one line, without control characters and invisible characters. */
  readonly path: string
}

/** The paths with their kinds, in the order in which they are to be looked at. */
export function changedPaths(paths: readonly string[]): ChangedPath[] {
  const sorted = paths.map((path) => {
    const at = kinds.findIndex(([, pattern]) => pattern.test(path))
    return { at: at < 0 ? kinds.length : at, path }
  })
  return sorted
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, path }) => ({ kind: kinds[at]?.[0] ?? '其他', path: shownPath(path) }))
}

/** Long names are cut in their middle, so that many of them fit into a comment. */
const maxShownLength = 200

function shownPath(path: string): string {
  // A line end in a name is shown as such; in a text it becomes a space.
  const shown = printable(path.replace(/[^\S ]/gu, visible))
  const half = maxShownLength / 2
  return shown.length <= maxShownLength ? shown : `${shown.slice(0, half)}……${shown.slice(-half)}`
}

/** The sentences above the paths. */
export function elsewhereTitle(count: number, isApproved: boolean | null): string {
  const what = `这份改动还动了数据、通报、附件以外的${count}个文件`
  if (isApproved === null) return `${what}，要由公开办的工程师另外看过：`
  return isApproved
    ? `${what}，公开办的工程师已经对这次提交表示同意：`
    : `${what}，审查不通过。请公开办的工程师看过，再对这次提交表示同意；再有新的提交，要重新表示：`
}

/** A note that the review does not cover such changes. */
export const elsewhereUnknown =
  '检查、说明和预览用的都是目标分支上的程序，看不出这些文件的改动会让网站有什么变化。'
