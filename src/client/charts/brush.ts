import type { Brush } from '#view/charts/chartjs.ts'
import {
  customProperties,
  lookOf,
  palette,
  tilePaths,
  tileSize,
  tileStroke,
  type ColourName,
} from '#view/charts/colours.ts'
import type { ChartDescription } from '#view/charts/description.ts'

/** The brush of a browser's canvas, in the colours of the current display mode. */
export function browserBrush(
  figure: HTMLElement,
  context: CanvasRenderingContext2D,
  { series }: ChartDescription,
  share: number,
): Brush {
  const styles = getComputedStyle(figure)
  const colour = (name: ColourName) =>
    styles.getPropertyValue(customProperties[name]).trim() || palette[name]
  const looks = series.map(lookOf)
  const fills = looks.map(({ pattern, ink, fill }) => {
    if (pattern === 'solid') return colour(fill)
    const path = tilePaths[pattern]
    const surface = colour('surface')
    return path === undefined ? surface : tile(context, path, colour(ink), surface)
  })
  return {
    fill: (position) => fills[position] ?? '',
    ink: (position) => colour(looks[position]?.ink ?? 'text'),
    line: colour('line'),
    target: colour('text'),
    surface: colour('surface'),
    share,
    bare: false,
  }
}

function tile(
  context: CanvasRenderingContext2D,
  path: string,
  ink: string,
  surface: string,
): CanvasPattern | string {
  const scale = Math.max(1, Math.round(devicePixelRatio))
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = tileSize * scale
  const drawing = canvas.getContext('2d')
  if (!drawing) return ink
  drawing.scale(scale, scale)
  drawing.fillStyle = surface
  drawing.fillRect(0, 0, tileSize, tileSize)
  drawing.strokeStyle = ink
  drawing.lineWidth = tileStroke
  drawing.lineCap = 'round'
  drawing.stroke(new Path2D(path))
  const pattern = context.createPattern(canvas, 'repeat')
  pattern?.setTransform(new DOMMatrix([1 / scale, 0, 0, 1 / scale, 0, 0]))
  return pattern ?? ink
}
