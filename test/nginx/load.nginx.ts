import { writeSync } from 'node:fs'
import autocannon from 'autocannon'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readSite } from '../support/site.ts'
import { base, hasBrotli, type Nginx, type Serving, startNginx } from './nginx.ts'

const folder = inject('compressedSite')
let nginx: Nginx

beforeAll(async () => {
  nginx = await startNginx(folder)
})
afterAll(async () => {
  await nginx.stop()
})

/** The requests of readers on a day, with the number of each among a hundred. */
function mixOfADay(): { path: string; times: number }[] {
  const { files } = readSite(folder)
  const last = (fits: RegExp): string => {
    const found = [...files].filter((file) => fits.test(file)).at(-1)
    if (found === undefined) throw new Error(`no file fits ${String(fits)}`)
    return found
  }
  return [
    { path: '', times: 20 },
    { path: last(/^inspections\/\d{4}-q\d\.html$/), times: 12 },
    { path: last(/^bulletins\/.*\.html$/), times: 6 },
    { path: last(/^units\/[^_/]+\.html$/), times: 16 },
    { path: last(/^self-inspections\/[^/]+\.html$/), times: 8 },
    { path: last(/^issues\/\d{4}-q\d-\d+\.html$/), times: 8 },
    { path: 'issues.html', times: 4 },
    { path: last(/^assets\/Page\..*\.css$/), times: 8 },
    { path: last(/^assets\/charts-.*\.js$/), times: 2 },
    { path: 'search.html', times: 3 },
    { path: last(/^data\/.*\.csv$/), times: 3 },
    { path: last(/^data\/.*\.xlsx$/), times: 1 },
    { path: 'calendar.ics', times: 2 },
    { path: 'feed.xml', times: 3 },
    { path: 'units/nobody.html', times: 4 },
  ]
}

/** Limited by a count instead of by time, with the same requests in the same order each time. */
const requests = 10_000
const connections = 20
const runs = 3

interface Measured {
  /**
   * Processor time of the server for one request, in microseconds; NaN where the system does not
   * report it.
   */
  processor: number
  /** The same for the program that sends the requests. */
  client: number
  perSecond: number
  p99: number
  bytes: number
}

async function measure(serving: Serving): Promise<Measured> {
  const sequence = mixOfADay().flatMap(({ path, times }) =>
    Array.from({ length: times }, (_, n) => ({ path: base + path, at: n / times })),
  )
  const missing = sequence.filter(({ path }) => path.includes('nobody')).length
  // Spread over the hundred, so that requests of one kind do not come in a block.
  const mixed = sequence.toSorted((a, b) => a.at - b.at)
  const before = nginx.processorTime()
  const clientBefore = process.cpuUsage()
  const result = await autocannon({
    url: new URL(nginx.url[serving]).origin,
    amount: requests,
    connections,
    // The interval at which it checks whether it is done, in milliseconds; the end of a run is
    // rounded to it.
    sampleInt: 50,
    headers: { 'accept-encoding': serving === 'sample' && hasBrotli ? 'br, gzip' : 'gzip' },
    requests: mixed.map(({ path }) => ({ method: 'GET' as const, path })),
  })
  expect({ failed: result.errors + result.timeouts, worse: result['5xx'] }).toEqual({
    failed: 0,
    worse: 0,
  })
  // Each connection restarts the sequence, and its last round may be incomplete.
  const share = result['4xx'] / (result['2xx'] + result['4xx'])
  expect(share).toBeCloseTo(missing / mixed.length, 2)
  const { user, system } = process.cpuUsage(clientBefore)
  const used = (nginx.processorTime() ?? NaN) - (before ?? NaN)
  return {
    processor: (used * 1000) / result.requests.total,
    client: (user + system) / result.requests.total,
    perSecond: (result.requests.total * 1000) / (result.finish.getTime() - result.start.getTime()),
    p99: result.latency.p99,
    bytes: result.throughput.total / result.requests.total,
  }
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

test('the requests of a day take a fraction of the bytes of uncompressed files, and no more processor time', async () => {
  const results: Record<Serving, Measured[]> = { sample: [], compressing: [], plain: [] }
  // The runs alternate, so that other load of the machine affects all of them.
  for (let run = 0; run < runs; run++)
    for (const serving of Object.keys(results) as Serving[])
      results[serving].push(await measure(serving))
  const of = (serving: Serving): Measured => ({
    processor: median(results[serving].map(({ processor }) => processor)),
    client: median(results[serving].map(({ client }) => client)),
    perSecond: median(results[serving].map(({ perSecond }) => perSecond)),
    p99: median(results[serving].map(({ p99 }) => p99)),
    bytes: median(results[serving].map(({ bytes }) => bytes)),
  })
  const measured = { sample: of('sample'), compressing: of('compressing'), plain: of('plain') }
  print(measured)
  expect(measured.sample.bytes).toBeLessThan(measured.plain.bytes * 0.5)
  expect(measured.sample.bytes).toBeLessThan(measured.compressing.bytes)
  if (Number.isNaN(measured.sample.processor)) return
  // Both are some hundredths of a millisecond, counted in steps, so a quarter more counts as equal.
  expect(measured.sample.processor).toBeLessThan(measured.plain.processor * 1.25)
  expect(measured.sample.processor).toBeLessThan(measured.compressing.processor * 0.25)
})

/** Bytes a second of a line of 100 Mbit/s: the loopback has no such limit, a data centre has. */
const line = 12_500_000

/** Written directly to the terminal, because the runner holds back the log of a test. */
function print(measured: Record<Serving, Measured>): void {
  const words: Record<Serving, string> = {
    sample: `示例配置（预压缩${hasBrotli ? '，brotli' : '，gzip'}）`,
    compressing: '示例配置，但每次现压缩（gzip 6级）',
    plain: 'nginx 原样（不压缩，没有安全响应头）',
  }
  const ratio = (a: number, b: number): string => (b > 0 ? (a / b).toFixed(2) : '—')
  const rows = (Object.keys(words) as Serving[]).map((serving) => {
    const { processor, client, perSecond, p99, bytes } = measured[serving]
    const { plain } = measured
    const work = Number.isNaN(processor)
      ? '本机看不到服务器用的处理器时间'
      : `用处理器 ${processor.toFixed(0)} 微秒（${ratio(processor, plain.processor)} 倍）`
    return `${words[serving]}：每次 ${(bytes / 1000).toFixed(2)} kB（${ratio(bytes, plain.bytes)} 倍），${work}；100 Mbit/s 的线路每秒最多 ${(line / bytes).toFixed(0)} 次；测得每秒 ${perSecond.toFixed(0)} 次（发请求的程序每次用 ${client.toFixed(0)} 微秒），p99 ${p99.toFixed(1)} 毫秒`
  })
  writeSync(
    1,
    [
      '',
      `一天的访问（首页、检查、单位、台账、CSV、404等），${String(requests)} 次一轮、${String(connections)} 个连接、${String(runs)} 轮取中位数，倍数以“nginx 原样”为 1：`,
      ...rows,
      '测得的每秒次数不是服务器的上限，两次测量也差得远：发请求的程序和服务器同在本机，它读一次回答用的处理器时间几倍于服务器，先到头的是它。服务器的负担看处理器时间和字节数。',
      '',
    ].join('\n'),
  )
}
