import type { ChartConfiguration, Plugin } from 'chart.js'
import { axisOf } from './axis.ts'
import { dashes, outlined, pointRadius, pointShape } from './colours.ts'
import { type ChartDescription, type ChartSeries, isUpright } from './description.ts'

/** What depends on the drawing surface: colours, and how much of a band its bars fill. */
export interface Brush {
  /** Fill of a series' bars, by position. */
  readonly fill: (position: number) => string | CanvasPattern
  /** Outline of the bars, the line and its points. */
  readonly ink: (position: number) => string
  readonly line: string
  readonly target: string
  readonly surface: string
  /** Share of a category's band that its bars fill, from 0 to 1. */
  readonly share: number
  /** Omits dashes and the outlines of bars, for a surface that adds them itself. */
  readonly bare: boolean
}

/** Space above and below a line, so that points at the edge are not cut off. */
export const linePadding = 6

/**
 * The one Chart.js configuration of a chart, without any text: labels, legend and values are HTML
 * around the picture, so it needs no font.
 */
export function chartjs(
  description: ChartDescription,
  brush: Brush,
): ChartConfiguration<'bar' | 'line', (number | null)[], string> {
  return description.kind === 'line' ? lines(description, brush) : bars(description, brush)
}

/** A scale without labels: Chart.js would spend more time measuring them than drawing. */
const hidden: { display: false; ticks: { display: false } } = {
  display: false,
  ticks: { display: false },
}

/** No animation and no events: `client/charts/explore.ts` handles pointer and keys alike. */
const still: { animation: false; responsive: false; events: [] } = {
  animation: false,
  responsive: false,
  events: [],
}

function bars(
  description: ChartDescription,
  brush: Brush,
): ChartConfiguration<'bar', (number | null)[], string> {
  const { max, step } = axisOf(description)
  const isUp = isUpright(description)
  const stacked = isUp || description.kind === 'stack'
  return {
    type: 'bar',
    data: {
      labels: [...description.categories],
      datasets: description.series.map((series, i) => ({
        label: series.name,
        data: [...series.values],
        backgroundColor: brush.fill(i) as string,
        borderColor: brush.ink(i),
        borderWidth: outlined(series) && !brush.bare ? 1 : 0,
        borderSkipped: false,
        hoverBorderColor: brush.target,
        hoverBorderWidth: 2,
        barPercentage: stacked ? 1 : 0.88,
        categoryPercentage: brush.share,
        clip: false as const,
      })),
    },
    options: {
      ...still,
      indexAxis: isUp ? 'x' : 'y',
      layout: {
        autoPadding: false,
        padding: isUp ? { top: linePadding, bottom: linePadding } : 0,
      },
      scales: isUp
        ? { x: { ...hidden, stacked }, y: { ...valueScale(brush, step), min: 0, max, stacked } }
        : { x: { ...hidden, min: 0, max, stacked }, y: { ...hidden, stacked } },
    },
    plugins: [targetLines(description, brush)],
  }
}

function lines(
  description: ChartDescription,
  brush: Brush,
): ChartConfiguration<'line', (number | null)[], string> {
  const { min, max, step } = axisOf(description)
  const { isSmall = false } = description
  return {
    type: 'line',
    data: {
      labels: [...description.categories],
      datasets: description.series.map((series, i) => ({
        label: series.name,
        data: [...series.values],
        borderColor: brush.ink(i),
        borderWidth: 2,
        borderDash: series.dash && !brush.bare ? dashes : [],
        pointStyle: pointShape(i),
        pointRadius:
          pointRadius(i) * (isSmall || description.categories.length > manyPoints ? 0.7 : 1),
        pointBorderColor: brush.ink(i),
        pointBackgroundColor: eachPoint(series, (hollow) =>
          hollow ? brush.surface : brush.ink(i),
        ),
        pointBorderWidth: eachPoint(series, (hollow) => (hollow ? 2 : 0)),
        // Undefined leaves the colour of the line.
        segment: {
          borderColor: ({ p1DataIndex: to }) => (isJoined(series, to) ? undefined : unseen),
        },
        pointHoverRadius: 6,
        pointHoverBorderColor: brush.target,
        pointHoverBackgroundColor: brush.ink(i),
        spanGaps: false,
        clip: false as const,
      })),
    },
    options: {
      ...still,
      layout: { autoPadding: false, padding: { top: linePadding, bottom: linePadding } },
      scales: {
        // Points are in the middle of equal bands, like the labels under them.
        x: { ...hidden, offset: true },
        y: {
          ...(isSmall ? { display: false as const } : {}),
          min,
          max,
          ...valueScale(brush, step),
        },
      },
    },
    plugins: [targetLines(description, brush)],
  }
}

/** The lines of an upright value axis. */
const valueScale = (brush: Brush, stepSize: number) => ({
  ticks: { display: false as const, stepSize, padding: 0 },
  grid: { drawTicks: false, tickLength: 0, color: brush.line },
  border: { display: false as const },
})

/** With more points than this, they are drawn smaller. */
const manyPoints = 16

/** The colour of a part of a line that is not drawn. */
const unseen = 'transparent'

/** Something for each point of a series, or one for all where none of them differs. */
const eachPoint = <T>(
  { tone, hollow, values }: ChartSeries,
  of: (hollow: boolean) => T,
): T | T[] =>
  hollow === undefined
    ? of(tone === 'tint')
    : values.map((_, n) => of(tone === 'tint' || hollow[n] === true))

/** Whether a line is drawn from the point before to a point. */
const isJoined = ({ hollow = [], apart = [] }: ChartSeries, to: number): boolean =>
  apart[to] !== true && hollow[to] !== true && hollow[to - 1] !== true

function targetLines(
  { kind, targets = [] }: ChartDescription,
  brush: Brush,
): Plugin<'bar' | 'line'> {
  return {
    id: 'targets',
    afterDatasetsDraw({ ctx, chartArea, scales }) {
      for (const { value } of targets) {
        const at = scales[isUpright({ kind }) ? 'y' : 'x']?.getPixelForValue(value) ?? 0
        ctx.save()
        ctx.beginPath()
        ctx.strokeStyle = brush.target
        ctx.lineWidth = 1.5
        if (!brush.bare) ctx.setLineDash([2, 3])
        if (isUpright({ kind })) {
          ctx.moveTo(chartArea.left, at)
          ctx.lineTo(chartArea.right, at)
        } else {
          ctx.moveTo(at, chartArea.top)
          ctx.lineTo(at, chartArea.bottom)
        }
        ctx.stroke()
        ctx.restore()
      }
    },
  }
}
