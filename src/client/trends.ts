/**
 * Shows the charts of trends for the rounds, areas and tiers that readers choose, and keeps the choice
 * in the address. It hides rows and columns of each chart's table, from which title and picture are
 * made anew; no number is fetched or estimated.
 */
import type { ChartDescription, ChartSource } from '#view/charts/description.ts'
import { categoryLabels, maxBars, tableFold, valueLabels } from '#view/charts/labels.ts'
import { kindText, type TrendName, trendNames, trendTitle } from '#view/charts/trend-titles.ts'
import { chosenSvg } from './charts/chosen-svg.ts'
import { all, find, readFigure } from './charts/read.ts'
import { type Choice, choiceIn, hashOf } from './trend-choice.ts'

const isChosen = (chosen: readonly string[] | null, group: string | undefined): boolean =>
  chosen === null || group === undefined || group === '' || chosen.includes(group)

/** Applies a choice to the table, the title and the labels of one chart. */
function applyTo(figure: HTMLElement, choice: Choice, rounds: number): void {
  const name = trendNames.find((one) => figure.id === `chart-${one}`)
  if (name === undefined) return
  const rows = all(figure, 'tbody tr')
  const range = choice.range === 0 ? rounds : Math.min(choice.range, rounds)
  if (name === 'trend-kinds') countKinds(rows, choice.areas, range)
  else
    rows.forEach((row, n) => {
      row.hidden = n < rows.length - range
    })
  hideColumns(figure, name, choice)
  const shown = readFigure(figure)
  find(figure, '.chart-title').textContent = trendTitle(name, shown, range)
  const fold = figure.querySelector('.chart-data summary')
  if (fold) fold.textContent = tableFold(rows.filter((row) => !row.hidden).length)
  const isEmpty =
    shown.categories.length === 0 || shown.series.every(({ isLeftOut }) => isLeftOut === true)
  figure.classList.toggle('chart-empty', isEmpty)
  redraw(figure, shown)
}

/** Counts each kind over the chosen rounds, and hides those of other areas or without an issue. */
function countKinds(
  rows: readonly HTMLElement[],
  areas: readonly string[] | null,
  range: number,
): void {
  for (const row of rows) {
    const counts = (row.dataset['counts'] ?? '').split(' ').map(Number).slice(-range)
    const sum = counts.reduce((total, count) => total + count, 0)
    row.hidden = sum === 0 || !isChosen(areas, row.dataset['group'])
    const cell = find(row, 'td')
    cell.dataset['value'] = String(sum)
    cell.textContent = kindText(counts)
  }
  // The picture shows the kinds with the most issues, in the order of the table.
  const shown = rows.filter((row) => !row.hidden)
  const valueOf = (row: HTMLElement): number => Number(find(row, 'td').dataset['value'])
  const most = [...shown].sort((a, b) => valueOf(b) - valueOf(a)).slice(0, maxBars)
  for (const row of shown) {
    if (most.includes(row)) row.removeAttribute('data-tail')
    else row.dataset['tail'] = ''
  }
}

function hideColumns(figure: HTMLElement, name: TrendName, { areas, tiers }: Choice): void {
  const chosen = name === 'pass-rates' ? areas : name === 'trend-tiers' ? tiers : null
  const legend = all(figure, '.chart-legend li:not(.chart-target)')
  for (const target of all(figure, '.chart-target'))
    target.hidden = !isChosen(chosen, target.dataset['group'])
  all(figure, 'thead th')
    .slice(1)
    .forEach((head, n) => {
      const isLeftOut = !isChosen(chosen, head.dataset['group'])
      head.hidden = isLeftOut
      const item = legend[n]
      if (item) item.hidden = isLeftOut
      for (const row of all(figure, 'tbody tr')) {
        const cell = all(row, 'td')[n]
        if (cell) cell.hidden = isLeftOut
      }
    })
}

/** Makes the labels around the picture anew, and asks the drawing script for the picture. */
function redraw(figure: HTMLElement, shown: ChartDescription): void {
  const values = figure.querySelector('.chart-values')
  if (values) {
    values.textContent = ''
    for (const text of valueLabels(shown)) {
      const label = document.createElement('span')
      label.textContent = text
      values.append(label)
    }
  }
  const labels = figure.querySelector('.chart-categories')
  if (labels) {
    labels.textContent = ''
    for (const { text, wide } of categoryLabels(shown)) {
      const label = document.createElement('span')
      if (wide) label.className = 'chart-wide'
      label.textContent = text
      labels.append(label)
    }
  }
  const bars = all(figure, '.chart-row')
  const rows = all(figure, 'tbody tr')
  bars.forEach((bar, n) => {
    bar.hidden = rows[n]?.hidden === true
    bar.classList.toggle('chart-tail', rows[n]?.dataset['tail'] === '')
    const value = bar.querySelector('.chart-figure span')
    if (value) value.textContent = rows[n]?.querySelector('td')?.textContent ?? ''
  })
  const region = find(figure, '.chart-region')
  // The static picture shows everything: without the drawing script it may not stand for a part.
  figure.classList.add('chart-chosen')
  // Nothing is drawn in forced colours, so the table stands in for the picture.
  const data = figure.querySelector<HTMLDetailsElement>('details.chart-data')
  if (data && matchMedia('(forced-colors: active)').matches) data.open = true
  region.dispatchEvent(new Event('chart-change'))
}

/**
 * Lets the link to the SVG file lead to the picture of the choice, with the address that shows it. The
 * button that saves a PNG draws what the link leads to.
 */
function offerChosen(figure: HTMLElement, source: ChartSource): void {
  const link = figure.querySelector<HTMLAnchorElement>('.chart-links a[href*=".svg"], a[data-file]')
  if (!link) return
  const file = (link.dataset['file'] ||= link.href)
  link.download = file.replace(/^.*\//, '')
  link.href = file
  if (location.hash === '') return
  // A hidden row has no place in a picture, and the end of a long list has none either.
  const svg = chosenSvg(readFigure(figure), { ...source, address: location.href })
  if (svg !== undefined) link.href = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
}

function start(form: HTMLFormElement): void {
  const figures = all(document.body, '[data-chart]')
  const boxes = (name: string) => [
    ...form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`),
  ]
  const select = form.querySelector<HTMLSelectElement>('select')
  const rounds = Math.max(
    0,
    ...figures.map((figure) =>
      figure.id === 'chart-trend-kinds' ? 0 : all(figure, 'tbody tr').length,
    ),
  )
  const say = (text: string): void => {
    const status = form.querySelector('[role="status"]')
    if (status) status.textContent = text
  }
  /** A choice from an address, without what the page does not offer. */
  const offered = (choice: Choice): Choice => {
    const known = (name: 'areas' | 'tiers'): string[] | null => {
      const ids = boxes(name).map(({ value }) => value)
      const own = choice[name]?.filter((id) => ids.includes(id)) ?? []
      return own.length === 0 || own.length === ids.length ? null : own
    }
    const isOffered = [...(select?.options ?? [])].some(
      ({ value }) => value === String(choice.range),
    )
    return { range: isOffered ? choice.range : 0, areas: known('areas'), tiers: known('tiers') }
  }
  const show = (choice: Choice): void => {
    for (const figure of figures) {
      const own = figure.id === 'chart-trend-kinds' ? rounds : all(figure, 'tbody tr').length
      applyTo(figure, choice, own)
    }
  }
  const read = (): Choice => {
    const list = (name: string): string[] | null => {
      const own = boxes(name)
      return own.every(({ checked }) => checked)
        ? null
        : own.filter(({ checked }) => checked).map(({ value }) => value)
    }
    return { range: Number(select?.value ?? 0), areas: list('areas'), tiers: list('tiers') }
  }
  const fill = (choice: Choice): void => {
    if (select) select.value = choice.range === 0 ? '' : String(choice.range)
    for (const name of ['areas', 'tiers'] as const)
      for (const box of boxes(name)) box.checked = isChosen(choice[name], box.value)
  }
  const stated = JSON.parse(form.dataset['source'] ?? '{}') as ChartSource
  // The page leaves out a licence that nobody states.
  const source = { ...stated, terms: { ...stated.terms, licence: stated.terms.licence ?? null } }
  // Drawn when somebody reaches for the link, because the drawing script may come later than a choice.
  for (const figure of figures)
    for (const event of ['pointerenter', 'focusin', 'click'])
      find(figure, '.chart-links').addEventListener(
        event,
        () => {
          offerChosen(figure, source)
        },
        true,
      )
  // Of a site inside another, no script in the head has said so.
  document.documentElement.toggleAttribute('data-scripts', true)
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && boxes(target.name).every((box) => !box.checked)) {
      target.checked = true
      say('至少选一项。')
      return
    }
    const choice = read()
    history.replaceState(null, '', hashOf(choice) || location.pathname + location.search)
    show(choice)
    say('图和表已按所选更新。')
  })
  addEventListener('hashchange', () => {
    const choice = offered(choiceIn(location.hash))
    fill(choice)
    show(choice)
  })
  const choice = offered(choiceIn(location.hash))
  if (hashOf(choice) === '') return
  fill(choice)
  show(choice)
}

const form = document.querySelector<HTMLFormElement>('form[data-trend-choice]')
if (form) start(form)
