/** The worker thread of `deflate-thread.ts`: compresses what it is sent, in that order. */
import { parentPort } from 'node:worker_threads'
import { deflated } from './deflate.ts'

parentPort?.on('message', (content: Uint8Array) => {
  const compressed = deflated(content)
  parentPort?.postMessage(compressed, [compressed.buffer])
})
