import type { ChartPattern, ChartSeries, ChartTone } from './description.ts'

export type ColourName = 'main' | 'tint' | 'alert' | 'text' | 'line' | 'surface'

type Palette = Readonly<Record<ColourName, string>>

/** The palette of print and saved pictures; `styles/chart.css` has the same values as fallbacks. */
export const palette: Palette = {
  main: '#1f4e8c',
  tint: '#c5d6ec',
  alert: '#b3261e',
  text: '#1b1f24',
  line: '#d0d5db',
  surface: '#ffffff',
}

/** The custom property of each colour, so that the display modes apply to charts. */
export const customProperties: Readonly<Record<ColourName, string>> = {
  main: '--color-main',
  tint: '--color-main-tint',
  alert: '--color-alert',
  text: '--color-text',
  line: '--color-line',
  surface: '--color-surface',
}

interface Look {
  /** Strokes, outlines and the lines of a pattern. */
  readonly ink: ColourName
  /** The fill of a solid bar. */
  readonly fill: ColourName
  readonly pattern: ChartPattern
}

const looks: Readonly<Record<ChartTone, Look>> = {
  main: { ink: 'main', fill: 'main', pattern: 'solid' },
  tint: { ink: 'main', fill: 'tint', pattern: 'solid' },
  alert: { ink: 'alert', fill: 'alert', pattern: 'hatch' },
  neutral: { ink: 'text', fill: 'line', pattern: 'dots' },
}

export function lookOf(series: Pick<ChartSeries, 'tone' | 'pattern'>): Look {
  const look = looks[series.tone]
  return { ...look, pattern: series.pattern ?? look.pattern }
}

/** Whether the bars of a series need an outline, because they are not filled with their ink. */
export function outlined(series: Pick<ChartSeries, 'tone' | 'pattern'>): boolean {
  const { ink, fill, pattern } = lookOf(series)
  return ink !== fill || pattern !== 'solid'
}

/** Side of the square that a pattern repeats. */
export const tileSize = 8

/** Path of one tile, stroked in ink on the surface; the same data for SVG and `Path2D`. */
export const tilePaths: Readonly<Partial<Record<ChartPattern, string>>> = {
  hatch: 'M-2 2L2-2M0 8L8 0M6 10L10 6',
  dots: 'M2 2h.01M6 6h.01',
  lines: 'M2 0V8M6 0V8',
  grid: 'M4 0V8M0 4H8',
}

export const tileStroke = 2

/** Shapes of the points, by position of the series. */
const pointShapes = ['circle', 'rect', 'triangle', 'rectRot'] as const

export function pointShape(position: number): (typeof pointShapes)[number] {
  return pointShapes[position % pointShapes.length] ?? 'circle'
}

/** Squares and triangles look larger than circles of the same radius. */
export function pointRadius(position: number): number {
  return pointShape(position) === 'circle' ? 4.5 : 5.5
}

export const dashes = [6, 4]
