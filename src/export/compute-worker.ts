/** The worker thread of `compute-thread.ts`: answers each task that it is sent, in that order. */
import { on } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { type MessagePort, parentPort } from 'node:worker_threads'
import { computedOnce } from '#model/memoized.ts'
import type { TaskResult, Task } from './compute-thread.ts'
import { deflated } from './deflate.ts'
import { cardDrawer } from './share-picture.ts'
import { threadSeconds } from './thread-seconds.ts'

const port = parentPort as MessagePort
const drawer = computedOnce(cardDrawer)

for await (const [task] of on(port, 'message') as AsyncIterable<[Task]>) {
  const start = threadSeconds()
  const bytes = 'card' in task ? drawer()(task.card) : deflated(task.content)
  const result: TaskResult = { bytes, seconds: threadSeconds() - start }
  port.postMessage(result, [bytes.buffer])
  // Only between turns of the event loop, the native memory of pictures is freed.
  await setImmediate()
}
