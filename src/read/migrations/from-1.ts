import { editable } from '../yaml-edit/editable.ts'
import type { YamlValue } from '#model/yaml-text.ts'
import { updateYaml } from '../yaml-edit/update.ts'
import type { Migration } from './migration.ts'

/**
 * In format 2 a site shows the program's manual unless it says otherwise; in format 1 it showed one
 * only if its own content had one.
 */
export const fromFormat1: Migration = {
  to: 2,
  changes: [
    'site.yaml 的 manual：手册改由程序提供；内容文件夹里没有 manual 的，写上 manual: false，网站照旧没有手册（“各文件的字段”和“提示代码”两页也不再生成，想要的把这一行删去）',
  ],
  migrate(file, text, { hasManual }) {
    if (file !== 'data/site.yaml' || hasManual) return text
    const site = editable(text).value as Record<string, YamlValue>
    return updateYaml(text, { ...site, manual: site['manual'] ?? false })
  },
}
