import { authoredFile } from '#schema/authored-files.ts'
import { type Bulletin, bulletinText } from '#model/bulletin.ts'
import type { Dataset, Inspection } from '#model/dataset.ts'
import { resolveReference } from '#model/reference.ts'
import { atValue, type Place, type Problem } from '#messages/problem.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/**
 * A bulletin lists its attachments under its text, 附件：1. … 2. … (GB/T 9704-2012, 7.3.4); its tables
 * and files follow in that order.
 */
export const attachmentOrder: Check = {
  name: 'attachment-order',
  description: 'Tables and files of a bulletin are in the order in which its text lists them.',
  check({ dataset }) {
    return dataset.inspections.flatMap((inspection) => {
      const bulletin = dataset.bulletins[inspection.id]
      return bulletin === undefined ? [] : outOfOrder(dataset, inspection, bulletin)
    })
  },
}

/** A table or file with its title and the place that is to be moved. */
interface Listed {
  readonly title: string
  readonly file: string
  readonly place: Place
}

function outOfOrder(dataset: Dataset, inspection: Inspection, bulletin: Bulletin): Problem[] {
  const list = titlesIn(dataset, inspection, bulletin)
  const tables = bulletin.blocks.flatMap((block): Listed[] => {
    if (block.type !== 'appendix') return []
    const title = inspection.appendices?.[block.of.replace(/^appendices\./, '')]?.title
    const place = { at: 'offset', offset: block.offset } as const
    return title === undefined
      ? []
      : [{ title, file: authoredFile('bulletin', inspection.id), place }]
  })
  const files = (inspection.attachments ?? []).map(({ title }, n): Listed => {
    return { title, file: inspectionFile(inspection), place: atValue('attachments', n, 'title') }
  })
  return [tables, files].flatMap((some) => {
    const placeOf = ({ title }: Listed) => list.indexOf(bare(title))
    const listed = some.filter((one) => placeOf(one) >= 0)
    const at = listed.findIndex((one, n) => {
      const previous = listed[n - 1]
      return previous !== undefined && placeOf(one) < placeOf(previous)
    })
    const [before, later] = [listed[at - 1], listed[at]]
    return before === undefined || later === undefined
      ? []
      : [
          problem(
            'attachment-order',
            later.file,
            later.place,
            { title: later.title, before: before.title },
            'warning',
          ),
        ]
  })
}

/** A title as it is compared: without spaces and the marks around it. */
const bare = (title: string): string => title.replace(/[\s《》“”]/g, '')

/** The titles listed under the text: on its line that begins with 附件：, and the numbered ones after it. */
function titlesIn(dataset: Dataset, inspection: Inspection, bulletin: Bulletin): string[] {
  const lines = bulletinText(bulletin, (path) => {
    const resolved = resolveReference(dataset, inspection, path)
    return resolved.found ? resolved.text : ''
  })
  const first = lines.findIndex((line) => /^附件[:：]/.test(line))
  if (first < 0) return []
  const after = lines.slice(first + 1)
  const count = after.findIndex((line) => !/^\d{1,2}[.．、]/.test(line))
  return [lines[first], ...after.slice(0, count < 0 ? after.length : count)]
    .join('\n')
    .replace(/^附件[:：]/, '')
    .split(/(?:^|\s)\d{1,2}[.．、]/)
    .map(bare)
}
