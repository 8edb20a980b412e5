/** Processor time of this thread in seconds; where Node is too old to tell it, that of the clock. */
export const threadSeconds = (): number =>
  'threadCpuUsage' in process ? process.threadCpuUsage().user / 1e6 : performance.now() / 1000
