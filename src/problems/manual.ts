import type { ProblemCode } from './catalogue.ts'
import type { Explanation } from './explanation.ts'
import { acknowledgements } from './manual/acknowledgements.ts'
import { attachments } from './manual/attachments.ts'
import { bulletin } from './manual/bulletin.ts'
import { corrections } from './manual/corrections.ts'
import { dates } from './manual/dates.ts'
import { fields } from './manual/fields.ts'
import { figures } from './manual/figures.ts'
import { files } from './manual/files.ts'
import { references } from './manual/references.ts'
import { reports } from './manual/reports.ts'
import { site } from './manual/site.ts'
import { slips } from './manual/slips.ts'
import { tables } from './manual/tables.ts'
import { texts } from './manual/texts.ts'
import { yaml } from './manual/yaml.ts'

/** What the manual says of every code, by what the codes are about. */
export const groups: readonly {
  readonly id: string
  readonly title: string
  readonly codes: Readonly<Record<string, Explanation>>
}[] = [
  { id: 'about-files', title: '文件和文件夹', codes: files },
  { id: 'about-slips', title: '输入法和办公软件带来的写法', codes: slips },
  { id: 'about-yaml', title: 'YAML 的写法', codes: yaml },
  { id: 'about-fields', title: '字段和内容', codes: fields },
  { id: 'about-references', title: '编号和引用', codes: references },
  { id: 'about-figures', title: '数字', codes: figures },
  { id: 'about-tables', title: '表格', codes: tables },
  { id: 'about-dates', title: '日期和期限', codes: dates },
  { id: 'about-reports', title: '整改、期限和台账', codes: reports },
  { id: 'about-attachments', title: '报告的附件和领域', codes: attachments },
  { id: 'about-corrections', title: '更正', codes: corrections },
  { id: 'about-bulletin', title: '通报正文', codes: bulletin },
  { id: 'about-texts', title: '文字、隐私和标点', codes: texts },
  { id: 'about-site', title: '站点设置', codes: site },
  { id: 'about-acknowledgements', title: '已核对的提示', codes: acknowledgements },
]

/** A code without an explanation does not compile. */
export const explanations: Readonly<Record<ProblemCode, Explanation>> = {
  ...files,
  ...slips,
  ...yaml,
  ...fields,
  ...references,
  ...figures,
  ...tables,
  ...dates,
  ...reports,
  ...attachments,
  ...corrections,
  ...bulletin,
  ...texts,
  ...site,
  ...acknowledgements,
}
