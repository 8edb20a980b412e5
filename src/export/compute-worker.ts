/** The worker thread of `compute-thread.ts`: answers each task that it is sent, in that order. */
import { parentPort } from 'node:worker_threads'
import type { Task } from './compute-thread.ts'
import { deflated } from './deflate.ts'
import { cardDrawer } from './share-picture.ts'

const drawn = cardDrawer()

parentPort?.on('message', (task: Task) => {
  const bytes = 'card' in task ? drawn(task.card) : deflated(task.content)
  parentPort?.postMessage(bytes, [bytes.buffer])
})
