import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx'
import { character, fonts, line, size } from './measures.ts'
import { leadStyles } from './docx-style-names.ts'
import type { HeadingLevel } from './official-document.ts'

const headingFonts = { 1: 'hei', 2: 'kai', 3: 'fang', 4: 'fang' } as const
const levels: readonly HeadingLevel[] = [1, 2, 3, 4]

const run = (font: keyof typeof fonts, height = size.three) => {
  const { name } = fonts[font]
  return { font: { ascii: name, hAnsi: name, eastAsia: name, cs: name }, size: height }
}
const upright = { color: '000000', bold: false, italics: false }

/** Indents in characters of the grid; a first line may hang. */
const indent = (left: number, first: number) => ({
  left: Math.round(left * character),
  ...(first < 0
    ? { hanging: Math.round(-first * character) }
    : { firstLine: Math.round(first * character) }),
})

/** Spacing on the grid: an exact line height, and space before and after in whole lines. */
const exact = (height: number, more: { before?: number; after?: number } = {}) => ({
  line: Math.round(height),
  lineRule: LineRuleType.EXACT,
  before: 0,
  after: 0,
  ...more,
})

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number]
const style = (
  id: string,
  name: string,
  paragraph: NonNullable<ParagraphStyle['paragraph']>,
  letters?: NonNullable<ParagraphStyle['run']>,
): ParagraphStyle => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  paragraph,
  ...(letters === undefined ? {} : { run: letters }),
})

const headingStyle = (level: HeadingLevel) => ({
  run: { ...run(headingFonts[level]), ...upright },
  paragraph: { indent: indent(0, 2), spacing: exact(line), keepNext: true },
})

const titleSpacing = exact(line * 1.25, { after: line })

export const docxStyles: IStylesOptions = {
  default: {
    document: {
      run: { ...run('fang'), language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
      paragraph: { spacing: exact(line) },
    },
    title: {
      run: { ...run('title', size.two), ...upright },
      paragraph: { alignment: AlignmentType.CENTER, spacing: titleSpacing, keepNext: true },
    },
    heading1: headingStyle(1),
    heading2: headingStyle(2),
    heading3: headingStyle(3),
    heading4: headingStyle(4),
  },
  characterStyles: levels.map((level) => ({
    id: leadStyles[level],
    name: `段首标题${level}`,
    run: run(headingFonts[level]),
  })),
  paragraphStyles: [
    // Word processors take the width of a character on the grid from this style, not from the
    // defaults.
    { id: 'Normal', name: 'Normal', quickFormat: true, run: run('fang') },
    style('DocumentNumber', '发文字号', {
      alignment: AlignmentType.CENTER,
      spacing: exact(line, { after: line }),
    }),
    style('Addressee', '主送机关', {}),
    // Not justified: lines on the grid end alike anyway, and LibreOffice drops punctuation at their
    // ends.
    style('BodyText', '正文段落', { indent: indent(0, 2) }),
    // Further lines are aligned with the name after "附件：" or "附件：1. ".
    style('OnlyAnnex', '附件说明', {
      spacing: exact(line, { before: line }),
      indent: indent(5, -3),
    }),
    style('FirstAnnex', '附件说明（第一个）', {
      spacing: exact(line, { before: line }),
      indent: indent(6, -4),
    }),
    style('FurtherAnnex', '附件说明（其他）', { indent: indent(6, -1) }),
    style('Signature', '署名和日期', { alignment: AlignmentType.RIGHT }),
    style(
      'Annex',
      '附件',
      { spacing: exact(line, { after: line }), outlineLevel: 0, keepNext: true },
      run('hei'),
    ),
    style(
      'AnnexTitle',
      '附件标题',
      { alignment: AlignmentType.CENTER, spacing: titleSpacing, keepNext: true },
      run('title', size.two),
    ),
    style(
      'Caption',
      '表题',
      { alignment: AlignmentType.CENTER, keepNext: true },
      run('hei', size.four),
    ),
    style(
      'TableHead',
      '表头',
      { alignment: AlignmentType.CENTER, spacing: exact(line * 0.75), keepNext: true },
      run('hei', size.smallFour),
    ),
    style('TableCell', '表中文字', { spacing: exact(line * 0.75) }, { size: size.smallFour }),
    style('AfterTable', '表后', { spacing: exact(line / 2) }),
    style('Note', '注', {}, { size: size.four }),
    style('PageNumber', '页码', { spacing: exact(size.four * 10) }, run('song', size.four)),
  ],
}
