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
export const dataLike =
  /\.(ya?ml|docx?|xlsx?|pptx?|wps|et)$|\.(ya?ml|mdx?)(\.txt)?$|[。．](ya?ml|mdx)$/i

export const office = /\.(docx?|xlsx?|pptx?|wps|et)$/i

export const officeNames = (name: string): string =>
  /\.(xlsx?|et)$/i.test(name)
    ? '一份 Excel 表格'
    : /\.pptx?$/i.test(name)
      ? '一份演示文稿'
      : '一份 Word 文件'

/** What systems and office programs put into folders by themselves. */
export const isLeftAside = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || /^(thumbs\.db|desktop\.ini)$/i.test(name)

/** `units.yaml` for `units.yaml.txt` and `UNITS.YAML`; null when the name was not that. */
export function meantName(name: string, ending: string): string | null {
  const doubled = /^(.+\.(?:yaml|mdx))\.(?:txt|ya?ml|mdx)$/i.exec(name)?.[1]
  const base = doubled ?? name
  if (!base.toLowerCase().endsWith(ending)) return null
  const meant = base.slice(0, -ending.length).toLowerCase() + ending
  return meant === name ? null : meant
}
