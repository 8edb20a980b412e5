import { workWords } from '#build/build-progress.ts'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { buildOptions, BuildMonitor, summaryOf } from '#cli/build-monitor.ts'

/** A monitor with a clock that moves only when the test moves it. */
function monitorWith(isTerminal: boolean) {
  const clock = { wall: 0, cpu: 0 }
  const written: string[] = []
  const watch = new BuildMonitor('reading', {
    write: (text) => written.push(text),
    isTerminal,
    now: () => clock.wall,
    cpu: () => clock.cpu,
  })
  const pass = (wall: number, cpu = wall): void => {
    clock.wall += wall
    clock.cpu += cpu
  }
  return { watch, written, pass }
}

/** As if a page were compressed to a tenth. */
const zippedSize = (path: string): number => (path === 'units/2.html' ? 120_000 : 3000)

const page = (n: number, bytes = 1000) =>
  ({ path: `units/${n}.html`, work: 'pages', bytes }) as const

const table = (n: number) => ({ path: `data/units/${n}.csv`, work: 'tables', bytes: 1000 }) as const

test('time is assigned to the work that the build was doing', () => {
  const { watch, pass } = monitorWith(false)
  pass(2)
  watch.enter('bundling')
  pass(3, 4)
  watch.enter('pages')
  pass(1)
  watch.enter('search')
  pass(0.5)
  watch.enter('pages')
  pass(1)
  const { work } = watch.end(zippedSize)
  expect(work.reading?.wall).toBe(2)
  expect(work.bundling).toMatchObject({ wall: 3, cpu: 4 })
  expect(work.pages?.wall).toBe(2)
  expect(work.search?.wall).toBe(0.5)
})

test('time of another thread is taken from the work that went on meanwhile', () => {
  const { watch, pass } = monitorWith(false)
  watch.enter('pages')
  // Both threads worked for a second.
  pass(1, 2)
  watch.moveTime({ from: 'pages', to: 'pictures', cpu: 1 })
  const { work } = watch.end(zippedSize)
  expect([work.pages?.cpu, work.pictures?.cpu]).toEqual([1, 1])
})

test('a terminal says once that pages are made, although each is sent to the search between, and pictures are written', () => {
  const { watch, written } = monitorWith(true)
  for (let n = 0; n < 3; n++) {
    watch.enter('pages')
    watch.written(page(n))
    watch.written({ path: `share/${n}.png`, work: 'pictures', bytes: 1000 })
    watch.enter('search')
  }
  expect(written).toEqual(['\r\u001b[K正在生成网页……'])
})

test('the log of a large build has a line for every quarter of the files, and none is written over', () => {
  const { watch, written } = monitorWith(false)
  watch.plan(2000)
  for (let n = 0; n < 2000; n++) watch.written(table(n))
  watch.end(zippedSize)
  expect(written).toEqual([
    '已生成 500/2000 个文件。\n',
    '已生成 1000/2000 个文件。\n',
    '已生成 1500/2000 个文件。\n',
    '已生成 2000/2000 个文件。\n',
  ])
})

test('files that are written beside pages are beyond the number that was announced, and not shown', () => {
  for (const isTerminal of [true, false]) {
    const { watch, written } = monitorWith(isTerminal)
    watch.plan(2000)
    for (let n = 0; n < 2000; n++) watch.written(table(n))
    watch.enter('pages')
    const shown = [...written]
    watch.written(page(1))
    watch.written({ path: 'data/units/shuiwu/all.xlsx', work: 'workbooks', bytes: 1000 })
    expect(written).toEqual(shown)
    expect(watch.end(zippedSize).work.workbooks?.files).toBe(1)
  }
})

test('the log of a small build has no such lines', () => {
  const { watch, written } = monitorWith(false)
  watch.plan(8)
  for (let n = 0; n < 8; n++) watch.written(table(n))
  watch.end(zippedSize)
  expect(written).toEqual([])
})

test('on a terminal one line shows progress, speed and remaining time, and is cleared at the end', () => {
  const { watch, written, pass } = monitorWith(true)
  watch.plan(100)
  for (let n = 0; n < 50; n++) {
    pass(0.1)
    watch.written(table(n))
  }
  watch.end(zippedSize)
  expect(written.at(-2)).toMatch(
    new RegExp(`^\r\u001b\\[K正在生成${workWords.tables}：\\d+/100，每秒 10 个，还需约 \\d 秒$`),
  )
  expect(written.at(-1)).toBe('\r\u001b[K')
  expect(written.length).toBeLessThan(50)
})

test('the summary counts files and bytes, names the heaviest pages, of all and of each kind, and says where the time went', () => {
  const { watch, pass } = monitorWith(false)
  watch.plan(5)
  for (const [n, bytes] of [700, 90_000, 1_200_000, 30_000].entries()) watch.written(page(n, bytes))
  watch.written({ path: 'index.html', work: 'pages', bytes: 500 })
  watch.written({ path: '404.html', work: 'pages', bytes: 500 })
  watch.written({ path: 'data/all/issues.csv', work: 'tables', bytes: 400 })
  pass(1.25, 1.5)
  expect(summaryOf(watch.end(zippedSize))).toEqual([
    `网页 6 个（1.3 MB），${workWords.tables} 1 个（1 KB）。`,
    '最大的网页：units/2.html（1.1 MB），units/1.html（88 KB），units/3.html（30 KB）。',
    '各种网页里最大的一页，压缩后，不连样式和脚本：单位 118 KB，首页 3 KB。',
    `用时 1.3 秒，处理器 1.5 秒：读取和检查 1.3 秒，网页 0.0 秒，${workWords.tables} 0.0 秒。`,
  ])
})

test('a build has one option: the file for its report', () => {
  expect(buildOptions([])).toEqual({ report: null })
  expect(buildOptions(['--report', 'a.json'])).toEqual({ report: resolve('a.json') })
  for (const args of [['--report'], ['--clean'], ['a.json']])
    expect(buildOptions(args)).toHaveProperty('mistake')
})
