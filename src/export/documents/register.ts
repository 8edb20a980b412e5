import type { Model } from '#model/model.ts'
import { chineseDate } from '#model/calendar.ts'
import { deadlineText } from '#model/reference.ts'
import type { Register } from '#model/register.ts'
import { unitsByTier } from '#model/unit-record.ts'
import type { OfficialDocument, DocumentBlock } from './docx/official-document.ts'
import { unitName } from '#view/names.ts'
import { registerRow } from '#view/register-rows.ts'
import { registerSentence } from '#view/sentences.ts'
import { registerTitle } from '#view/inspection-names.ts'
import { originWords } from './origin.ts'

/** The register of a period as a printable list, on the as-of day. */
export function registerDocument(model: Model, register: Register): OfficialDocument {
  const { dataset, asOf } = model
  const { deadline } = register.order
  const title = registerTitle(register)
  const rows = new Map(register.rows.map((row) => [row.unit, registerRow(model, register, row)]))
  const tables = unitsByTier(dataset).flatMap(({ label, units }): DocumentBlock[] => {
    const found = units.flatMap((unit) => {
      const row = rows.get(unit)
      return row === undefined
        ? []
        : [[unitName(model, unit), stateText(row), row.date ?? row.missing ?? '未收录']]
    })
    if (found.length === 0) return []
    return [
      {
        kind: 'table',
        table: {
          title: `${label}（${found.length}个）`,
          look: 'caption',
          columns: ['序号', '单位', '状态', '公开日期'],
          rows: found.map((cells, n) => [String(n + 1), ...cells]),
        },
      },
    ]
  })
  return {
    title,
    author: dataset.site.organiser?.name ?? dataset.site.name,
    description: originWords(dataset.site),
    day: asOf,
    blocks: [
      { kind: 'title', lines: [title] },
      {
        kind: 'paragraph',
        text: registerSentence(register, dataset.roster === 'partial'),
      },
      ...tables,
      {
        kind: 'note',
        text: `状态截至${chineseDate(asOf)}。期限：${deadlineText(deadline)}。本件由${dataset.site.name}依据收录的内容生成。`,
      },
    ],
  }
}

const stateText = ({ state, note }: ReturnType<typeof registerRow>): string =>
  note === undefined ? state.label : `${state.label}（${note}）`
