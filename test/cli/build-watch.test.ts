import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { buildOptions, BuildWatch, summaryOf } from '#cli/build-watch.ts'
import { tell } from '#site/build-events.ts'

/** A watch over a clock that stands until it is moved on. */
function watched(isTerminal: boolean) {
  const clock = { wall: 0, cpu: 0 }
  const written: string[] = []
  const watch = new BuildWatch('reading', {
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

const page = (n: number, bytes = 1000) =>
  ({ type: 'file', path: `units/${n}.html`, work: 'pages', bytes }) as const

test('time belongs to what the build was at', () => {
  const { watch, pass } = watched(false)
  pass(2)
  watch.enter('bundling')
  pass(3, 4)
  tell({ type: 'work', work: 'pages' })
  pass(1)
  tell({ type: 'work', work: 'search' })
  pass(0.5)
  tell({ type: 'work', work: 'pages' })
  pass(1)
  const { work } = watch.end()
  expect(work.reading?.wall).toBe(2)
  expect(work.bundling).toMatchObject({ wall: 3, cpu: 4 })
  expect(work.pages?.wall).toBe(2)
  expect(work.search?.wall).toBe(0.5)
})

test('in a log there is a line for every quarter of the files, and none is written over', () => {
  const { watch, written } = watched(false)
  tell({ type: 'planned', files: 8 })
  for (let n = 0; n < 8; n++) tell(page(n))
  watch.end()
  expect(written).toEqual([
    '要生成 8 个文件。\n',
    '已生成 2/8 个文件。\n',
    '已生成 4/8 个文件。\n',
    '已生成 6/8 个文件。\n',
    '已生成 8/8 个文件。\n',
  ])
})

test('on a terminal one line tells how many, how fast and how long still, and goes away', () => {
  const { watch, written, pass } = watched(true)
  tell({ type: 'planned', files: 100 })
  for (let n = 0; n < 50; n++) {
    pass(0.1)
    tell(page(n))
  }
  watch.end()
  expect(written.at(-2)).toMatch(/^\r\u001b\[K正在生成网页：\d+\/100，每秒 10 个，还需约 \d 秒$/)
  expect(written.at(-1)).toBe('\r\u001b[K')
  expect(written.length).toBeLessThan(50)
})

test('the summary counts files and bytes, names the heaviest pages and says where the time went', () => {
  const { watch, pass } = watched(false)
  tell({ type: 'planned', files: 5 })
  for (const [n, bytes] of [700, 90_000, 1_200_000, 30_000].entries()) tell(page(n, bytes))
  tell({ type: 'file', path: 'data/all/issues.csv', work: 'tables', bytes: 400 })
  pass(1.25, 1.5)
  expect(summaryOf(watch.end())).toEqual([
    '网页 4 个（1.3 MB），CSV 和 JSON 1 个（1 kB）。',
    '最大的网页：units/2.html（1.2 MB），units/1.html（90 kB），units/3.html（30 kB）。',
    '用时 1.3 秒，处理器 1.5 秒：读取和检查 1.3 秒，网页 0.0 秒，CSV 和 JSON 0.0 秒。',
  ])
})

test('a build that is over is not followed any more', () => {
  const { watch, written } = watched(false)
  watch.end()
  tell({ type: 'planned', files: 8 })
  expect(written).toEqual([])
})

test('a build is asked for a report, and for nothing else', () => {
  expect(buildOptions([])).toEqual({ report: null })
  expect(buildOptions(['--report', 'a.json'])).toEqual({ report: resolve('a.json') })
  for (const args of [['--report'], ['--clean'], ['a.json']])
    expect(buildOptions(args)).toHaveProperty('mistake')
})
