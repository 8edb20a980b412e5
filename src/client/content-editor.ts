import CMS, { type CmsConfig } from '@sveltia/cms'
import { editorKinds } from '#forms/editor/config.ts'
import { fromFile, toFile } from '#forms/editor/file-format.ts'

// The configuration stands in the page, as data: it differs from site to site, this script does not.
const config = JSON.parse(document.querySelector('#editor-config')?.textContent ?? '') as CmsConfig

// The editor speaks the browser's language; its users read Chinese.
Object.defineProperty(navigator, 'language', { value: 'zh-CN' })
Object.defineProperty(navigator, 'languages', { value: ['zh-CN', 'zh'] })

for (const { format, fields, head } of editorKinds)
  CMS.registerCustomFormat(format, 'yaml', {
    fromFile: (text: string) => fromFile(text, fields),
    toFile: (entered: Record<string, unknown>) => toFile(entered, fields, head),
  })
void CMS.init({ config })
