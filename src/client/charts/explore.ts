import type { Chart } from 'chart.js'
import { type ChartDescription, isUpright } from '#view/charts/description.ts'

type Drawn = Chart<'bar' | 'line', (number | null)[], string>

/** One value of a chart: which category, which series. */
interface Point {
  readonly category: number
  readonly series: number
}

/**
 * Lets pointer and arrow keys move over the values of a chart. A tooltip shows each value, and a
 * status line announces it to screen readers.
 */
export function explore(
  region: HTMLElement,
  canvas: HTMLCanvasElement,
  read: () => ChartDescription,
  chart: () => Drawn | undefined,
) {
  const tip = document.createElement('div')
  tip.className = 'chart-tip'
  tip.hidden = true
  tip.setAttribute('aria-hidden', 'true')
  const status = document.createElement('p')
  status.className = 'chart-status'
  status.setAttribute('role', 'status')
  region.append(tip, status)
  region.tabIndex = 0
  region.setAttribute('role', 'application')
  region.setAttribute('aria-roledescription', '图表')
  const label = () => {
    region.setAttribute('aria-label', `${read().title}。按方向键逐项查看，数据见下表。`)
  }
  label()
  region.addEventListener('chart-change', () => {
    current = undefined
    tip.hidden = true
    label()
  })

  let current: Point | undefined
  let pressed = false

  const show = (point: Point, spoken: boolean) => {
    current = point
    const description = read()
    const text = wording(description, point)
    tip.textContent = text
    tip.hidden = false
    if (spoken) status.textContent = text
    const drawn = chart()
    if (!drawn) return
    drawn.setActiveElements(
      valueAt(description, point) === null
        ? []
        : [{ datasetIndex: point.series, index: point.category }],
    )
    drawn.update('none')
    moveTip(tip, region, canvas, anchor(drawn, description, point))
  }
  const hide = () => {
    tip.hidden = true
    const drawn = chart()
    drawn?.setActiveElements([])
    drawn?.update('none')
  }

  region.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      hide()
      return
    }
    const next = move(read(), current, event.key)
    if (!next || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    show(next, true)
  })
  region.addEventListener('focus', () => {
    if (!pressed) show(current ?? { category: 0, series: 0 }, true)
  })
  region.addEventListener('blur', hide)
  region.addEventListener('pointerdown', () => {
    pressed = true
  })
  addEventListener('pointerup', () => {
    pressed = false
  })
  const hover = (event: PointerEvent) => {
    const drawn = chart()
    const found = drawn?.getElementsAtEventForMode(
      event,
      'nearest',
      { intersect: false, axis: 'xy' },
      false,
    )[0]
    if (found) show({ category: found.index, series: found.datasetIndex }, false)
  }
  canvas.addEventListener('pointermove', hover)
  canvas.addEventListener('pointerdown', hover)
  canvas.addEventListener('pointerleave', (event) => {
    if (event.pointerType === 'mouse') hide()
  })
}

/**
 * The point to which a key leads: along the axis to categories, across it to series, without
 * wrapping.
 */
function move(
  description: ChartDescription,
  from: Point | undefined,
  key: string,
): Point | undefined {
  const { categories, series } = description
  const isUp = isUpright(description)
  const point = from ?? { category: 0, series: 0 }
  const along = isUp ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
  const across = isUp ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight']
  const within = (value: number, length: number) => Math.max(0, Math.min(length - 1, value))
  const category = (to: number) => ({ ...point, category: within(to, categories.length) })
  if (key === 'Home') return category(0)
  if (key === 'End') return category(categories.length - 1)
  if (along.includes(key)) return category(point.category + (key === along[0] ? -1 : 1))
  if (!across.includes(key)) return undefined
  const step = key === across[0] ? -1 : 1
  // With a single series, all arrow keys move along the axis.
  if (series.length === 1) return category(point.category + step)
  // Series that readers left out are passed over.
  let to = within(point.series + step, series.length)
  while (series[to]?.isLeftOut === true && series[to + step] !== undefined) to += step
  return series[to]?.isLeftOut === true ? point : { ...point, series: to }
}

function wording(
  { categories, series }: ChartDescription,
  { category, series: at }: Point,
): string {
  const one = series[at]
  return `${categories[category] ?? ''}，${one?.name ?? ''}：${one?.display[category] ?? ''}`
}

function valueAt({ series }: ChartDescription, { category, series: at }: Point): number | null {
  return series[at]?.values[category] ?? null
}

/**
 * The position of a value's tooltip, in pixels of the canvas; for a missing value, the middle of
 * its band.
 */
function anchor(chart: Drawn, description: ChartDescription, { category, series }: Point) {
  const scale = chart.scales[isUpright(description) ? 'x' : 'y']
  const middle = scale?.getPixelForValue(category) ?? 0
  const value = valueAt(description, { category, series })
  if (value === null) {
    return isUpright(description) ? { x: middle, y: chart.height / 2 } : { x: 0, y: middle }
  }
  const element = chart.getDatasetMeta(series).data[category]
  const { x, y } = element?.tooltipPosition(true) ?? {}
  return { x: x ?? middle, y: y ?? middle }
}

function moveTip(
  tip: HTMLElement,
  region: HTMLElement,
  canvas: HTMLElement,
  { x, y }: { x: number; y: number },
) {
  tip.style.left = '0'
  const left = canvas.offsetLeft + x - tip.offsetWidth / 2
  tip.style.left = `${String(Math.max(0, Math.min(left, region.clientWidth - tip.offsetWidth)))}px`
  tip.style.top = `${String(canvas.offsetTop + y - tip.offsetHeight - 12)}px`
}
