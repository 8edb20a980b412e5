// Loaded before a measured program: leaves behind what its process took.
import { appendFileSync } from 'node:fs'

const file = process.env['BENCH_USAGE']
process.on('exit', () => {
  const { maxRSS: kilobytes, userCPUTime: microseconds } = process.resourceUsage()
  if (file !== undefined) appendFileSync(file, `${kilobytes} ${microseconds}\n`)
})
