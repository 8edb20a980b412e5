// Preloaded into a measured program. It records what its process used, and what the programs used
// that it started without waiting for them, such as the indexer of the search; the system counts
// only the others. Programs that run in Node record themselves, so of the others the memory is read
// here.
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

/** Kilobytes of the largest program, as last seen. */
let largest = 0
const look = () => {
  for (const { pid, spawnfile } of started)
    if (spawnfile !== process.execPath) largest = Math.max(largest, peakMemory(pid ?? 0))
}
setInterval(look, 250).unref()

process.on('exit', () => {
  look()
  const { maxRSS: kilobytes, userCPUTime: microseconds } = process.resourceUsage()
  const unseen = started
    .filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
    .reduce((sum, { pid }) => sum + userTime(pid ?? 0), 0)
  if (file !== undefined)
    appendFileSync(file, `${kilobytes} ${microseconds} ${unseen} ${largest}\n`)
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

/**
 * The largest memory of a running program in kilobytes, where Linux tells it.
 *
 * @param {number} pid
 */
function peakMemory(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
