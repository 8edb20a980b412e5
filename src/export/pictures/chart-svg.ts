import { displayWidth } from '#messages/display-width.ts'
import { escapedXml } from '#model/xml-text.ts'
import { licenceText, termsText } from '#model/terms.ts'
import { fillAttributes, type Picture, pointMarkup, strokeAttributes } from './picture-markup.ts'
import { palette } from '#view/charts/colours.ts'
import { type ChartDescription, type ChartSource, isUpright } from '#view/charts/description.ts'
import { linePadding } from '#view/charts/chartjs.ts'
import { axisNote, categoryLabels, valueLabels } from '#view/charts/labels.ts'
import { tableOf } from '#view/charts/table.ts'

/** A text of a picture with its position. */
interface PlacedText {
  readonly text: string
  readonly x: number
  /** The position of its baseline. */
  readonly y: number
  readonly size: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly bold: boolean
}

/** A chart as a complete picture: its shapes, and the texts over them. */
interface ChartImage {
  readonly width: number
  readonly height: number
  /** SVG elements. */
  readonly shapes: string
  readonly texts: readonly PlacedText[]
}

const width = 960
const margin = 24
const inner = width - 2 * margin
const sizes = { title: 26, text: 18, small: 15 } as const
/** The width of the labels left of the bars, and of the figures right of them. */
const sides = { label: 236, figure: 200 } as const
const values = 64

function chartImage(chart: ChartDescription, source: ChartSource, drawn: Picture): ChartImage {
  const texts: PlacedText[] = []
  const shapes: string[] = []
  const addText = (
    text: string,
    x: number,
    y: number,
    more: Partial<Pick<PlacedText, 'size' | 'anchor' | 'bold'>> = {},
  ): void => {
    texts.push({ text, x, y, size: sizes.text, anchor: 'start', bold: false, ...more })
  }
  let y = margin
  for (const line of wrapped(chart.title, sizes.title, inner)) {
    y += sizes.title * 1.4
    addText(line, margin, y - 8, { size: sizes.title, bold: true })
  }
  y = legend(chart, y + 12, addText, shapes)
  y = isUpright(chart)
    ? line(chart, drawn, y, addText, shapes)
    : bars(chart, drawn, y, addText, shapes)
  const {
    terms: { licence, notice },
  } = source
  const notes = [
    isUpright(chart) ? axisNote(chart) : undefined,
    chart.missingNote,
    `来源：${sourceText(source)}。`,
    licence === null ? undefined : `使用许可：${licenceText(licence)}。`,
    notice,
    source.address === undefined ? undefined : `网址：${source.address}`,
  ].flatMap((note) => (note === undefined || note === '' ? [] : wrapped(note, sizes.small, inner)))
  for (const note of notes) {
    y += sizes.small * 1.5
    addText(note, margin, y, { size: sizes.small })
  }
  return { width, height: Math.ceil(y + margin), shapes: shapes.join(''), texts }
}

/** The site and page of a chart, and its as-of day. */
const sourceText = ({ site, page, asOf }: ChartSource): string => `${site}，${page}，截至${asOf}`

/**
 * The chart as an SVG file. Its description holds all figures, for screen readers.
 *
 * @param drawn the picture of the same chart
 */
export function chartSvg(chart: ChartDescription, source: ChartSource, drawn: Picture): string {
  const { height, shapes, texts } = chartImage(chart, source, drawn)
  const words = texts.map(
    ({ text, x, y, size, anchor, bold }) =>
      `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}${bold ? ' font-weight="bold"' : ''}>${escapedXml(text)}</text>`,
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" lang="zh-CN" aria-labelledby="title" aria-describedby="figures">`,
    `<title id="title">${escapedXml(chart.title)}</title><desc id="figures">${escapedXml(figuresText(chart))}</desc>${metadata(source)}`,
    shapesMarkup({ width, height, shapes }),
    `<g fill="${palette.text}" font-family="'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif">${words.join('')}</g>`,
    '</svg>\n',
  ].join('')
}

/** Source and terms for programs, as Dublin Core. */
function metadata(source: ChartSource): string {
  return `<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:source>${escapedXml(sourceText(source))}</dc:source><dc:rights>${escapedXml(termsText(source.terms))}</dc:rights></metadata>`
}

/** The shapes on a white background. */
const shapesMarkup = ({
  height,
  shapes,
}: Pick<ChartImage, 'width' | 'height' | 'shapes'>): string =>
  `<rect width="${width}" height="${height}" fill="${palette.surface}"/>${shapes}`

/** All figures of the chart's table in one text. */
const figuresText = (chart: ChartDescription): string =>
  tableOf(chart)
    .map(({ head, cells }) =>
      cells
        .map(({ text }, n) =>
          cells.length === 1
            ? `${head}：${text}`
            : `${head}${chart.series[n]?.name ?? ''}：${text}`,
        )
        .filter((_, n) => chart.series[n]?.isLeftOut !== true)
        .join('，'),
    )
    .join('；')

type AddText = (
  text: string,
  x: number,
  y: number,
  more?: Partial<Pick<PlacedText, 'size' | 'anchor' | 'bold'>>,
) => void

function legend(chart: ChartDescription, top: number, addText: AddText, shapes: string[]): number {
  const { id, kind, series, targets = [] } = chart
  if (series.length < 2 && targets.length === 0) return top
  let x = margin
  let y = top + 20
  const oneStack = kind === 'stack' && chart.categories.length === 1
  const entry = (swatch: string, label: string): void => {
    const room = 44 + widthOf(label, sizes.text)
    if (x > margin && x + room > width - margin) {
      x = margin
      y += 30
    }
    shapes.push(`<g transform="translate(${round(x)} ${round(y - 14)})">${swatch}</g>`)
    addText(label, x + 44, y)
    x += room + 24
  }
  series.forEach((one, n) => {
    if (one.isLeftOut !== true)
      entry(
        kind === 'line'
          ? `<path d="M1 8H35" fill="none" stroke-width="2" ${strokeAttributes(one)}/>${pointMarkup(one, n, 18, 8)}`
          : `<rect x="1" y="1" width="34" height="14" ${fillAttributes(id, one, n)}/>`,
        oneStack ? `${one.name} ${one.display[0] ?? ''}` : one.name,
      )
  })
  for (const { label } of targets)
    entry(
      `<path d="M1 8H35" stroke="${palette.text}" stroke-width="1.5" stroke-dasharray="2 3"/>`,
      label,
    )
  return y + 16
}

function bars(
  chart: ChartDescription,
  drawn: Picture,
  top: number,
  addText: AddText,
  shapes: string[],
): number {
  const rows = tableOf(chart)
  const room = inner - sides.label - sides.figure
  const labels = rows.map(({ head }) => wrapped(head, sizes.text, sides.label - 16))
  const figures = rows.map(({ cells }, n) =>
    (chart.kind === 'bars' ? cells.map(({ text }) => text) : [chart.totals?.[n] ?? '']).flatMap(
      (text) => wrapped(text, sizes.text, sides.figure - 16),
    ),
  )
  const most = Math.max(
    1,
    ...labels.map((lines) => lines.length),
    ...figures.map((lines) => lines.length),
  )
  // All rows are as high as the one with the most lines, because one drawing holds all bars.
  const rowHeight = Math.max(drawn.rowHeight, most * 24 + 8)
  const height = rowHeight * rows.length
  shapes.push(
    drawn.patterns === '' ? '' : `<defs>${drawn.patterns}</defs>`,
    `<svg x="${margin + sides.label}" y="${round(top)}" width="${room}" height="${height}" viewBox="0 0 ${drawn.width} ${drawn.height}" preserveAspectRatio="none">${drawn.body}</svg>`,
  )
  rows.forEach((_row, n) => {
    const middle = top + rowHeight * (n + 0.5)
    const column = (lines: readonly string[], x: number, anchor: 'start' | 'end'): void => {
      lines.forEach((text, i) => {
        addText(text, x, middle + (i - (lines.length - 1) / 2) * 24 + 6, { anchor })
      })
    }
    column(labels[n] ?? [], margin + sides.label - 12, 'end')
    column(figures[n] ?? [], margin + sides.label + room + 12, 'start')
  })
  return top + height + 8
}

function line(
  chart: ChartDescription,
  drawn: Picture,
  top: number,
  addText: AddText,
  shapes: string[],
): number {
  const room = inner - values
  const height = Math.round((drawn.height * room) / drawn.width)
  shapes.push(
    drawn.patterns === '' ? '' : `<defs>${drawn.patterns}</defs>`,
    `<svg x="${margin + values}" y="${round(top)}" width="${room}" height="${height}" viewBox="0 0 ${drawn.width} ${drawn.height}">${drawn.body}</svg>`,
  )
  const labels = valueLabels(chart)
  const scale = height / drawn.height
  labels.forEach((text, n) => {
    const y =
      linePadding * scale +
      ((height - 2 * linePadding * scale) * n) / Math.max(1, labels.length - 1)
    addText(text, margin + values - 10, top + y + 6, { size: sizes.small, anchor: 'end' })
  })
  const band = room / Math.max(1, chart.categories.length)
  let lines = 1
  categoryLabels(chart).forEach(({ text }, n) => {
    const own = text.split('\n')
    lines = Math.max(lines, own.length)
    own.forEach((part, i) => {
      if (part !== '')
        addText(part, margin + values + band * (n + 0.5), top + height + 22 + i * 20, {
          size: sizes.small,
          anchor: 'middle',
        })
    })
  })
  return top + height + 12 + lines * 20
}

/** The approximate width in common fonts: a Chinese character is as wide as it is high. */
const widthOf = (text: string, size: number): number => displayWidth(text, { letter: 0.56 }) * size

/**
 * Breaks a text into lines that fit. Chinese may break between any two characters, a number or a
 * Latin word with its signs stays whole where it fits on a line: never 100 and % on the next.
 */
function wrapped(text: string, size: number, room: number): string[] {
  const lines: string[] = []
  let current = ''
  const add = (piece: string): void => {
    if (current !== '' && widthOf(current + piece, size) > room) {
      lines.push(current)
      current = ''
    }
    current += piece
  }
  for (const piece of text.match(/[!-~−]+|./gsu) ?? []) {
    if (widthOf(piece, size) <= room) add(piece)
    else for (const letter of piece) add(letter)
  }
  return [...lines, current]
}

const round = (number: number): string => String(Number(number.toFixed(1)))
