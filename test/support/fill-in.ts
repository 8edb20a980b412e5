import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isScalar, parseDocument, visit } from 'yaml'
import { toFill } from '#messages/unfinished.ts'
import type { Folders } from './authored.ts'

/** Fills in a new inspection as a person would, with figures of another quarter where available. */
export function fillIn(folders: Folders, id: string, like: string): void {
  const read = (name: string) =>
    parseDocument(readFileSync(join(folders.data, `inspections/${name}.yaml`), 'utf8'), {
      schema: 'core',
    })
  const [draft, model] = [read(id), read(like)]
  const usual: Readonly<Record<string, unknown>> = {
    rectified: 'yes',
    reported: 'not-stated',
    published_here: '2026-11-24',
    rechecked_until: '2024-06-05',
  }
  visit(draft, {
    Scalar(_key, node, ancestors) {
      if (typeof node.value !== 'string' || !node.value.startsWith(toFill)) return
      const path = ancestors.flatMap((one, n): unknown[] => {
        if (typeof one === 'object' && 'key' in one) return isScalar(one.key) ? [one.key.value] : []
        const inner = ancestors[n + 1] ?? node
        return 'items' in one && one.constructor.name === 'YAMLSeq'
          ? [(one.items as unknown[]).indexOf(inner)]
          : []
      })
      const proposal = /（拟(.*)）/.exec(node.value)?.[1]
      node.value = proposal ?? usual[String(path.at(-1))] ?? model.getIn(path) ?? '示例'
    },
  })
  if (draft.hasIn(['areas', 'messages', 'window']))
    draft.setIn(['areas', 'messages', 'window', 'start'], '2024-03')
  const rows = model.getIn(['appendices', 'prominent', 'rows', 0])
  draft.setIn(['appendices', 'prominent', 'rows', 0], rows)
  draft.setIn(['appendices', 'prominent', 'rows', 0, 4], '严重表述错误')
  draft.set('issues', {
    [`${id}-01`]: {
      ...(model.getIn(['issues', '2024-q1-05']) as { toJSON: () => object }).toJSON(),
    },
  })
  writeFileSync(join(folders.data, `inspections/${id}.yaml`), draft.toString())
  const bulletin = join(folders.content, `bulletins/${id}.mdx`)
  writeFileSync(bulletin, readFileSync(bulletin, 'utf8').replaceAll(toFill, '按照有关要求'))
}
