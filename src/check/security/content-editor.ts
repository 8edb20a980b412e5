import { authoredFile } from '#schema/authored-files.ts'
import type { Site } from '#schema/site.ts'
import { atKey } from '#messages/problem.ts'
import { problem, type Check } from '../check.ts'

const file = authoredFile('site')

/** The content editor needs a repository on a supported service. */
export const contentEditor: Check = {
  name: 'content-editor',
  description: 'A site with a content editor names a repository that the editor can write to.',
  check({ dataset: { site }, isUsable }) {
    if (site.editor === undefined || !isUsable(file, ['repository'])) return []
    const reason = whyNot(site.repository)
    return reason === null
      ? []
      : [problem('editor-without-repository', file, atKey('editor'), { reason })]
  },
}

function whyNot(repository: Site['repository']): string | null {
  if (repository === undefined) return '没有写明数据仓库（repository）'
  if (repository.kind === undefined) return '没有写明仓库的服务种类（repository.kind）'
  return repository.kind === 'gitee' ? '编辑器不支持 Gitee' : null
}
