import type { Terms } from '#model/terms.ts'
import {
  type Column,
  column,
  englishGapWords,
  explained,
  explainedInEnglish,
  type GapReason,
  gapWords,
  gapWordsOf,
  or,
  type Row,
  type Table,
  type TableHead,
  typeWords,
  unitWords,
} from '#view/tables/table.ts'

/** Rises when a key of `dictionary.json` changes its meaning or goes away. */
const version = 2

const ownColumns: readonly Column[] = [
  column('table_title', '表', 'Table', '表的中文名和英文名', 'The table, in Chinese and English'),
  column(
    'table',
    '表的英文名',
    'Table name',
    '表在文件名中的名称',
    'The table’s name in file names',
  ),
  column('title', '列名', 'Column', 'CSV和工作簿中的列名', 'The column in CSV and workbooks'),
  column('key', '英文列名', 'Key', 'JSON中的列名', 'The column in JSON'),
  column(
    'english',
    '英文说法',
    'Column in English',
    '列名的英文说法',
    'Title of the column in English',
  ),
  column('type', '类型', 'Type', '值的类型', 'Type of its values'),
  column('unit', '单位', 'Unit', '数字的计量单位', 'What its numbers count', { gaps: ['none'] }),
  column('meaning', '含义', 'Meaning', '中文含义', 'What it means, in Chinese'),
  column(
    'english_meaning',
    '英文含义',
    'Meaning in English',
    '英文含义',
    'What it means, in English',
  ),
  column(
    'gaps',
    '没有值时写',
    'Written for no value',
    'CSV和工作簿中没有值时的写法',
    'What CSV and workbooks write where there is no value',
    { tellsReasons: true },
  ),
  column(
    'gap_codes',
    '没有值时的代码',
    'Codes for no value',
    'JSON中没有值时的原因',
    'The reasons in JSON where there is no value',
    { gaps: ['none'] },
  ),
  column(
    'english_gaps',
    '没有值的原因',
    'Why there may be none',
    '没有值的原因的英文说法',
    'The reasons in English',
  ),
].map((one) => ({
  ...one,
  // The dictionary is bilingual.
  title: `${one.title} ${one.english}`,
}))

/**
 * The data dictionary: a table that explains each column of every table, in Chinese and English.
 */
export const dictionaryTable = (tables: readonly TableHead[]): Table => ({
  name: 'dictionary',
  title: '数据字典',
  english: 'Data dictionary',
  description: '各表每一列的名称、类型和含义，每列一行，中英文对照',
  englishDescription: 'Name, type and meaning of each column of each table, one row each',
  key: ['table', 'key'],
  columns: ownColumns,
  rows: tables.flatMap((table) => table.columns.map((one) => rowOf(table, one))),
})

function rowOf(table: TableHead, one: Column): Row {
  const { key, title, english, type, unit, gaps = [] } = one
  const joined = (words: readonly string[], separator: string) =>
    words.length === 0 ? null : words.join(separator)
  return {
    table_title: `${table.title} ${table.english}`,
    table: table.name,
    title,
    key,
    english,
    type: `${typeWords[type].chinese} ${typeWords[type].english}`,
    unit: or(unit === undefined ? null : `${unit} ${unitWords[unit]}`, 'none'),
    meaning: explained(one),
    english_meaning: explainedInEnglish(one),
    gaps: joined(gapWordsOf(one), '、') ?? '每行都有值 always filled',
    gap_codes: or(joined(gaps, ', '), 'none'),
    english_gaps:
      joined(
        gaps.map((gap) => englishGapWords[gap]),
        ', ',
      ) ?? 'always filled',
  }
}

/** The data dictionary as JSON. */
export const dictionaryJson = (tables: readonly TableHead[], terms: Terms): string =>
  `${JSON.stringify(
    {
      version,
      ...terms,
      tables: tables.map(({ name, title, english, key, columns, ...table }) => ({
        name,
        title: { zh: title, en: english },
        description: { zh: table.description, en: table.englishDescription },
        key,
        columns: columns.map((one) => ({
          key: one.key,
          title: { zh: one.title, en: one.english },
          type: one.type,
          ...(one.unit === undefined ? {} : { unit: { zh: one.unit, en: unitWords[one.unit] } }),
          description: { zh: one.description, en: one.englishDescription },
          ...(one.codes === undefined ? {} : { codes: one.codes }),
          gaps: one.gaps ?? [],
          ...(one.refersTo === undefined ? {} : { refers_to: one.refersTo }),
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
