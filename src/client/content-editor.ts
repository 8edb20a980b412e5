import CMS, { type CmsConfig } from '@sveltia/cms'
import { editorKinds } from '#forms/editor/config.ts'
import { fromFile, toFile } from '#forms/editor/file-format.ts'

// The configuration is embedded in the page as data, because it differs between sites and the
// script does not.
const config = JSON.parse(document.querySelector('#editor-config')?.textContent ?? '') as CmsConfig

// The editor uses the browser's language; this makes it Chinese for every user.
Object.defineProperty(navigator, 'language', { value: 'zh-CN' })
Object.defineProperty(navigator, 'languages', { value: ['zh-CN', 'zh'] })

for (const { format, fields, head } of editorKinds)
  CMS.registerCustomFormat(format, 'yaml', {
    fromFile: (text: string) => fromFile(text, fields),
    toFile: (entered: Record<string, unknown>) => toFile(entered, fields, head),
  })
void CMS.init({ config })
