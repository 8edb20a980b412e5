import type { Brush } from '#view/charts/chartjs.ts'
import {
  dashes,
  lookOf,
  outlined,
  palette,
  pointRadius,
  pointShape,
  tilePaths,
  tileSize,
  tileStroke,
  type ColourName,
} from '#view/charts/colours.ts'
import { type ChartDescription, type ChartSeries, isUpright } from '#view/charts/description.ts'

/**
 * The static picture of a chart, without text and style attributes; all its ids begin with that of
 * the chart.
 */
export interface Picture {
  readonly width: number
  /** For bars, `rowHeight` times the number of categories. */
  readonly height: number
  readonly rowHeight: number
  /** SVG elements for a viewport of `width` by `height`. */
  readonly body: string
  /** `<pattern>` elements that the body and the legend refer to. */
  readonly patterns: string
}

/**
 * Placeholder colours. A canvas knows only colours, so each series is drawn in one that is replaced
 * by attributes afterwards.
 */
const marks = { fill: '01', ink: '02', line: '#030000', target: '#040000', surface: '#050000' }
/** Draws in placeholder colours. */
export const placeholderBrush: Brush = {
  fill: (position) => mark(marks.fill, position),
  ink: (position) => mark(marks.ink, position),
  line: marks.line,
  target: marks.target,
  surface: marks.surface,
  share: 0.72,
  bare: true,
}

/** The size of a chart's drawing, without the labels around it. */
export function drawingSize({
  kind,
  categories,
  series,
  isSmall = false,
}: ChartDescription): Pick<Picture, 'width' | 'height' | 'rowHeight'> {
  const isUp = isUpright({ kind })
  const width = isSmall ? 240 : isUp ? 480 : 600
  const rowHeight = isSmall ? 48 : isUp ? 200 : kind === 'bars' ? 16 + 16 * series.length : 32
  const height = isUp ? rowHeight : rowHeight * Math.max(1, categories.length)
  return { width, height, rowHeight }
}

/**
 * The picture of a chart from its drawing.
 *
 * @param markup SVG elements in the colours of `placeholderBrush`
 */
export function pictureFrom(description: ChartDescription, markup: string): Picture {
  const { id, series } = description
  if (!/^[a-z][a-z0-9-]*$/.test(id)) throw new RangeError(`Not fit for an id: ${id}`)
  return {
    ...drawingSize(description),
    body: clean(markup, description),
    patterns: series.map((one, i) => pattern(id, one, i)).join(''),
  }
}

/** The attributes that fill a shape with the look of a series, in the chart or in its legend. */
export function fillAttributes(id: string, series: ChartSeries, position: number): string {
  const { ink, fill, pattern } = lookOf(series)
  const colours: [Property, ColourName][] = outlined(series) ? [['stroke', ink]] : []
  if (pattern === 'solid') return paint(['fill', fill], ...colours)
  if (pattern === 'plain') return paint(['fill', 'surface'], ...colours)
  return `fill="url(#${patternId(id, position)})" ${paint(...colours)}`
}

/** The attributes that stroke a line in the look of a series. */
export function strokeAttributes(series: ChartSeries): string {
  const dash = series.dash ? ` stroke-dasharray="${dashes.join(' ')}"` : ''
  return paint(['stroke', lookOf(series).ink]) + dash
}

/** The symbol of a line's points, for its legend. */
export function pointMarkup(series: ChartSeries, position: number, x: number, y: number): string {
  const hollow = series.tone === 'tint'
  const { ink } = lookOf(series)
  const colours = hollow ? paint(['fill', 'surface'], ['stroke', ink]) : paint(['fill', ink])
  const look = hollow ? `${colours} stroke-width="2"` : colours
  const r = pointRadius(position)
  const [left, right, top, bottom] = [x - r, x + r, y - r, y + r].map(String)
  switch (pointShape(position)) {
    case 'circle':
      return `<circle cx="${String(x)}" cy="${String(y)}" r="${String(r)}" ${look}/>`
    case 'rect': {
      const half = r * Math.SQRT1_2
      const [from, side] = [short(x - half), short(half * 2)]
      return `<rect x="${from}" y="${short(y - half)}" width="${side}" height="${side}" ${look}/>`
    }
    case 'triangle':
      return `<path d="M${left} ${bottom}L${String(x)} ${top}L${right} ${bottom}Z" ${look}/>`
    case 'rectRot':
      return `<path d="M${left} ${String(y)}L${String(x)} ${top}L${right} ${String(y)}L${String(x)} ${bottom}Z" ${look}/>`
  }
}

type Property = 'fill' | 'stroke'

/** Colours as attributes, for saved files, and as classes, for the display modes of the site. */
function paint(...colours: [Property, ColourName][]): string {
  const attributes = colours.map(([property, colour]) => `${property}="${palette[colour]}"`)
  const classes = colours.map(([property, colour]) => `chart-${property}-${colour}`)
  return `${attributes.join(' ')} class="${classes.join(' ')}"`
}

function pattern(id: string, series: ChartSeries, position: number): string {
  const look = lookOf(series)
  const path = tilePaths[look.pattern]
  if (path === undefined) return ''
  const side = `width="${String(tileSize)}" height="${String(tileSize)}"`
  return (
    `<pattern id="${patternId(id, position)}" ${side} patternUnits="userSpaceOnUse">` +
    `<rect ${side} ${paint(['fill', 'surface'])}/>` +
    `<path d="${path}" fill="none" stroke-width="${String(tileStroke)}" stroke-linecap="round" ${paint(['stroke', look.ink])}/>` +
    `</pattern>`
  )
}

function patternId(id: string, position: number): string {
  return `${id}-fill-${String(position)}`
}

function mark(role: string, position: number): string {
  return `#${role}00${position.toString(16).padStart(2, '0')}`
}

function clean(svg: string, { id, series }: ChartDescription): string {
  const at = (hex: string | undefined) => {
    const position = Number.parseInt(hex ?? '', 16)
    const one = series[position]
    if (one === undefined)
      throw new RangeError(`The drawing holds a placeholder colour of no series: ${hex ?? ''}`)
    return { one, position }
  }
  return (
    svg
      .replace(/^[\s\S]*?<svg[^>]*>/, '')
      .replace(/<\/svg>\s*$/, '')
      .replace(/<rect fill-opacity="0"[^>]*\/>/g, '')
      .replace(/ stroke-miterlimit="[^"]*"/g, '')
      .replace(/-?\d+\.\d{3,}/g, (number) => short(Number(number)))
      .replace(/d="(M[^"]*Q[^"]*)"/g, (_, path: string) => circle(path))
      .replace(/<path([^>]*) cx=/g, '<circle$1 cx=')
      .replace(/fill="#0100(..)"/g, (_, hex: string) => {
        const { one, position } = at(hex)
        return fillAttributes(id, one, position)
      })
      .replace(/fill="#0200(..)"/g, (_, hex: string) => paint(['fill', lookOf(at(hex).one).ink]))
      // Only the open path of a line may be dashed; its points have a solid outline.
      .replace(/stroke="#0200(..)"([^>]*)\/>/g, (_, hex: string, rest: string) => {
        const { one } = at(hex)
        const look = /Z"| r="/.test(rest)
          ? paint(['stroke', lookOf(one).ink])
          : strokeAttributes(one)
        return `${look}${rest}/>`
      })
      .replace(/stroke="#030000"/g, paint(['stroke', 'line']))
      .replace(/stroke="#040000"/g, `${paint(['stroke', 'text'])} stroke-dasharray="2 3"`)
      .replace(/fill="#050000"/g, paint(['fill', 'surface']))
  )
}

/**
 * A circle element for a round point, which the canvas writes as many short curves. No other shape
 * has curves.
 */
function circle(path: string): string {
  const numbers = (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2
  const xs = numbers.filter((_, i) => i % 2 === 0)
  const [cx, cy] = [middle(xs), middle(numbers.filter((_, i) => i % 2 === 1))]
  return `cx="${short(cx)}" cy="${short(cy)}" r="${short(Math.max(...xs) - cx)}"`
}

function short(number: number): string {
  return String(Number(number.toFixed(2)))
}
