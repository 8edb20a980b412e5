import { chartjs } from '#view/charts/chartjs.ts'
import type { ChartDescription } from '#view/charts/description.ts'
import { Chart } from '#view/charts/parts.ts'
import { browserBrush } from './brush.ts'
import { explore } from './explore.ts'
import { canvasBounds } from './canvas-bounds.ts'
import { all, find, readFigure } from './read.ts'

declare global {
  interface Window {
    /** For the script of trends, which draws what readers chose for their downloads. */
    chartTools?: { readonly Chart: typeof Chart; readonly chartjs: typeof chartjs }
  }
}
window.chartTools = { Chart, chartjs }

/** Puts a canvas over the static picture of a chart and draws the chart from its table. */
function enhance(figure: HTMLElement) {
  let description = readFigure(figure)
  const region = find(figure, '.chart-region')
  const canvas = document.createElement('canvas')
  canvas.className = 'chart-canvas'
  canvas.setAttribute('aria-hidden', 'true')
  let chart: Chart<'bar' | 'line', (number | null)[], string> | undefined

  const draw = () => {
    chart?.destroy()
    chart = undefined
    figure.classList.remove('chart-drawn')
    try {
      chart = drawOn(canvas, figure, region, description)
      figure.classList.add('chart-drawn')
    } catch {
      // The static picture stays visible.
    }
  }
  region.appendChild(canvas)
  draw()
  explore(
    region,
    canvas,
    () => description,
    () => chart,
  )
  const more = figure.querySelector('.chart-more')
  if (more)
    more.addEventListener('change', () => {
      description = readFigure(figure)
      draw()
    })
  // The page's script chose other rows or columns.
  region.addEventListener('chart-change', () => {
    description = readFigure(figure)
    draw()
  })

  // A font that loads late moves the bars without a resize of the window.
  let measured = measures(region)
  const moved = new ResizeObserver(() => {
    const now = measures(region)
    if (now === measured) return
    measured = now
    draw()
  })
  for (const element of [region, ...all(region, '.chart-bar, .chart-plot')]) moved.observe(element)
  // The display modes change colours and sizes.
  new MutationObserver(draw).observe(document.documentElement, { attributes: true })
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw)
}

function measures(region: HTMLElement): string {
  return all(region, '.chart-bar, .chart-plot')
    .map(({ offsetLeft, offsetTop, offsetWidth, offsetHeight }) =>
      [offsetLeft, offsetTop, offsetWidth, offsetHeight].join(),
    )
    .join(' ')
}

function drawOn(
  canvas: HTMLCanvasElement,
  figure: HTMLElement,
  region: HTMLElement,
  description: ChartDescription,
) {
  const { left, top, width, height, share } = canvasBounds(region)
  const context = canvas.getContext('2d')
  if (width === 0) throw new Error('The chart is not shown')
  if (!context) throw new Error('The browser draws on no canvas')
  canvas.width = width
  canvas.height = height
  Object.assign(canvas.style, {
    left: `${String(left)}px`,
    top: `${String(top)}px`,
    width: `${String(width)}px`,
    height: `${String(height)}px`,
  })
  return new Chart(context, chartjs(description, browserBrush(figure, context, description, share)))
}

// Forced colours do not apply to a canvas, so the static picture stays.
if (!matchMedia('(forced-colors: active)').matches) {
  for (const figure of all(document.body, '[data-chart]')) {
    try {
      enhance(figure)
    } catch {
      // The static picture and the table stay.
    }
  }
}
