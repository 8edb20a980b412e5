import { csvText } from './csv.ts'
import {
  englishGapWords,
  explained,
  explainedInEnglish,
  type GapReason,
  gapWords,
  gapWordsOf,
  type TableHead,
  typeWords,
  unitWords,
} from './table.ts'

/** Rises when a key of `dictionary.json` changes its meaning or goes away. */
const version = 2

const head = [
  '表 Table',
  '表的英文名 Table name',
  '列名 Column (Chinese)',
  '英文列名 Key',
  '英文说法 Column (English)',
  '类型 Type',
  '单位 Unit',
  '含义 Meaning (Chinese)',
  '英文含义 Meaning (English)',
  '没有值时写 Written where there is no value',
  '没有值时的代码 Code where there is no value',
  '没有值的原因 Why there may be none',
]

/** What every column of every table means, in Chinese and English, as a table. */
export const dictionaryCsv = (tables: readonly TableHead[]): string =>
  csvText([
    head,
    ...tables.flatMap((table) =>
      table.columns.map((column) => {
        const { english, chinese } = typeWords[column.type]
        return [
          `${table.title} ${table.english}`,
          table.name,
          column.title,
          column.key,
          column.english,
          `${chinese} ${english}`,
          column.unit === undefined ? '无 none' : `${column.unit} ${unitWords[column.unit]}`,
          explained(column),
          explainedInEnglish(column),
          gapWordsOf(column).join('、') || '每行都有值 always filled',
          (column.gaps ?? []).join(', ') || '无 none',
          (column.gaps ?? []).map((gap) => englishGapWords[gap]).join(', ') || 'always filled',
        ]
      }),
    ),
  ])

/** The same as data. */
export const dictionaryJson = (tables: readonly TableHead[]): string =>
  `${JSON.stringify(
    {
      version,
      tables: tables.map(({ name, title, english, key, columns, ...table }) => ({
        name,
        title: { zh: title, en: english },
        description: { zh: table.description, en: table.englishDescription },
        key,
        columns: columns.map((column) => ({
          key: column.key,
          title: { zh: column.title, en: column.english },
          type: column.type,
          ...(column.unit === undefined
            ? {}
            : { unit: { zh: column.unit, en: unitWords[column.unit] } }),
          description: { zh: column.description, en: column.englishDescription },
          ...(column.codes === undefined ? {} : { codes: column.codes }),
          gaps: column.gaps ?? [],
          ...(column.refersTo === undefined ? {} : { refers_to: column.refersTo }),
        })),
      })),
      gaps: Object.fromEntries(
        Object.entries(englishGapWords).map(([code, en]) => [
          code,
          { zh: gapWords[code as GapReason], en },
        ]),
      ),
    },
    null,
    2,
  )}\n`
