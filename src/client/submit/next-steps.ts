import type { Site } from '#schema/site.ts'
import { recipientOf } from '#view/recipient.ts'

/**
 * What to do with a finished file, in order.
 *
 * @param file its name, whether a page of the repository takes it, and whether there is a document
 */
export function nextSteps(
  site: Site,
  file: { readonly name: string; readonly hasPage: boolean; readonly hasDocument: boolean },
): string[] {
  const { who, to } = recipientOf(site)
  const document = file.hasDocument ? '要送签、存档的，再下载 Word 文件。' : ''
  const send = `把 ${file.name} 交给${to}，并写明上面的位置和名称。`
  return [
    ...(file.hasPage
      ? [
          `点“到数据仓库新建文件”，照下面的图一步一步做，交给${who}审核。${document}`,
          `没有仓库账号的，点“下载文件”，${send}`,
        ]
      : [`点“下载文件”，得到 ${file.name}。${document}`, send]),
    `等${who}核对。有要改的，回到这一页改：草稿存在这个浏览器里，改完再点“检查并生成文件”，重新交。`,
    `公开以后，在本单位的页面上看一遍；公开以后再要改的，找${who}更正。`,
  ]
}
