/** What the folder of data holds; anything else that looks like data is a misspelt name. */
export const namesInData = [
  'site.yaml',
  'units.yaml',
  'channels.yaml',
  'corrections.yaml',
  'indicators',
  'inspections',
  'registers',
  'self-inspections',
  'rectifications',
]

/** What the folder of content holds. */
export const namesInContent = ['bulletins', 'manual', 'attachments']

/** Endings that a file of data may have been given by mistake. */
const dataLike = /\.(ya?ml|docx?|xlsx?|pptx?|wps|et)$|\.(ya?ml|mdx?)(\.txt)?$|[。．](ya?ml|mdx)$/i

export const office = /\.(docx?|xlsx?|pptx?|wps|et)$/i

export const officeNames = (name: string): string =>
  /\.(xlsx?|et)$/i.test(name)
    ? '一份 Excel 表格'
    : /\.pptx?$/i.test(name)
      ? '一份演示文稿'
      : '一份 Word 文件'

/** What is no record: hidden files and folders, and what systems put into folders by themselves. */
export const isLeftAside = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || /^(thumbs\.db|desktop\.ini)$/i.test(name)

/** Of what is left aside, that which git, systems, editors and office programs put there themselves. */
const bySystem =
  /^(?:\.git.*|\.keep|\.DS_Store|\._.*|\.directory|\.Spotlight-V100|\.Trash(?:es|-\d+)|\.fseventsd|\.nfs.*|\.fuse_hidden.*|\.~.*|\..*\.sw[a-p]|\.vscode|\.idea|\.editorconfig|\.prettier(?:rc|ignore).*|~\$.*|thumbs\.db|desktop\.ini)$/i

/** Whether a name that is left aside is one that a person chose, so that somebody may wait for it. */
export const isUnexpected = (name: string): boolean => isLeftAside(name) && !bySystem.test(name)

/** What a folder may tell of itself, which nobody takes for data. */
const aboutFolder = /^(?:readme|licen[cs]e|changelog|contributing|notice|authors)(?:[._-].*)?$/i

/** Whether a name looks like that of data or of a text, whatever dots and blanks stand behind it. */
export const isLikeData = (name: string): boolean =>
  dataLike.test(name.replace(/[\s.。．]+$/u, '')) && !aboutFolder.test(name)

/** `units.yaml` for `units.yaml.txt` and `UNITS.YAML`; null when the name was not that. */
export function meantName(name: string, ending: string): string | null {
  const doubled = /^(.+\.(?:yaml|mdx))\.(?:txt|ya?ml|mdx)$/i.exec(name)?.[1]
  const base = doubled ?? name
  if (!base.toLowerCase().endsWith(ending)) return null
  const meant = base.slice(0, -ending.length).toLowerCase() + ending
  return meant === name ? null : meant
}
