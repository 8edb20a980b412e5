/** The worker thread of `compute-thread.ts`: answers each task that it is sent, in that order. */
import { on } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { type MessagePort, parentPort } from 'node:worker_threads'
import type { Answer, Task } from './compute-thread.ts'
import { deflated } from './deflate.ts'
import { cardDrawer } from './share-picture.ts'

const port = parentPort as MessagePort
const drawn = cardDrawer()

for await (const [task] of on(port, 'message') as AsyncIterable<[Task]>) {
  const start = performance.now()
  const bytes = 'card' in task ? drawn(task.card) : deflated(task.content)
  const answer: Answer = { bytes, seconds: (performance.now() - start) / 1000 }
  port.postMessage(answer, [bytes.buffer])
  // Only between turns of the event loop, the native memory of pictures is freed.
  await setImmediate()
}
