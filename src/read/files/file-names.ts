import { namesBelow } from '#schema/authored-files.ts'

/** The entries of the data folder; any other name that looks like data is misspelt. */
export const namesInData = namesBelow('data')

/** The entries of the content folder. */
export const namesInContent = namesBelow('content')

/** Endings that a data file may have by mistake. */
const dataLike = /\.(ya?ml|docx?|xlsx?|pptx?|wps|et)$|\.(ya?ml|mdx?)(\.txt)?$|[。．](ya?ml|mdx)$/i

export const officeEnding = /\.(docx?|xlsx?|pptx?|wps|et)$/i

export const officeKindName = (name: string): string =>
  /\.(xlsx?|et)$/i.test(name)
    ? '一份 Excel 表格'
    : /\.pptx?$/i.test(name)
      ? '一份演示文稿'
      : '一份 Word 文件'

/** Whether a name is no record: hidden files and folders, and files that systems create. */
export const isIgnored = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || /^(thumbs\.db|desktop\.ini)$/i.test(name)

/** Ignored names that git, systems, editors and office programs create. */
const bySystem =
  /^(?:\.git.*|\.keep|\.DS_Store|\._.*|\.directory|\.Spotlight-V100|\.Trash(?:es|-\d+)|\.fseventsd|\.nfs.*|\.fuse_hidden.*|\.~.*|\..*\.sw[a-p]|\.vscode|\.idea|\.editorconfig|\.prettier(?:rc|ignore).*|~\$.*|thumbs\.db|desktop\.ini)$/i

/** Whether an ignored name was chosen by a person, who may expect it to be read. */
export const isUnexpected = (name: string): boolean => isIgnored(name) && !bySystem.test(name)

/** Files that describe a folder, such as a readme, which nobody takes for data. */
const aboutFolder = /^(?:readme|licen[cs]e|changelog|contributing|notice|authors)(?:[._-].*)?$/i

/** Whether a name looks like data or text, ignoring trailing dots and spaces. */
export const isLikeData = (name: string): boolean =>
  dataLike.test(name.replace(/[\s.。．]+$/u, '')) && !aboutFolder.test(name)

/**
 * The intended name: `units.yaml` for `units.yaml.txt` and `UNITS.YAML`; null when nothing is wrong
 * with it.
 */
export function suggestedName(name: string, ending: string): string | null {
  const doubled = /^(.+\.(?:yaml|mdx))\.(?:txt|ya?ml|mdx)$/i.exec(name)?.[1]
  const base = doubled ?? name
  if (!base.toLowerCase().endsWith(ending)) return null
  const suggestion = base.slice(0, -ending.length).toLowerCase() + ending
  return suggestion === name ? null : suggestion
}
