// Preloaded into a measured program. It records what its process used, and what the programs used
// that it started without waiting for them, such as the indexer of the search; the system counts
// only the others.
import { subscribe } from 'node:diagnostics_channel'
import { appendFileSync, readFileSync } from 'node:fs'

const file = process.env['BENCH_USAGE']
/** @type {import('node:child_process').ChildProcess[]} */
const started = []
subscribe('child_process', (message) => {
  started.push(
    /** @type {{ process: import('node:child_process').ChildProcess }} */ (message).process,
  )
})

process.on('exit', () => {
  const { maxRSS: kilobytes, userCPUTime: microseconds } = process.resourceUsage()
  const unseen = started
    .filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
    .reduce((sum, { pid }) => sum + userTime(pid ?? 0), 0)
  if (file !== undefined) appendFileSync(file, `${kilobytes} ${microseconds} ${unseen}\n`)
})

/**
 * Microseconds outside the system, where Linux tells them: the 14th field, in hundredths of a second.
 *
 * @param {number} pid
 */
function userTime(pid) {
  try {
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    return Number(fields.split(' ')[11]) * 10_000
  } catch {
    return 0
  }
}
