import { expect, test } from 'vitest'
import { ConcurrentTasks } from '#build/concurrent-tasks.ts'

const finished = (): Promise<void> => Promise.resolve()

test('a task starts at once, and its caller waits while more than the limit are running', async () => {
  const tasks = new ConcurrentTasks(1)
  const first = Promise.withResolvers<undefined>()
  await tasks.add(async () => {
    await first.promise
  })
  const log: string[] = []
  const second = tasks.add(() => {
    log.push('second starts')
    return new Promise(() => undefined)
  })
  void second.then(() => log.push('a third may start'))
  await finished()
  expect(log).toEqual(['second starts'])
  first.resolve(undefined)
  await second
  expect(log).toEqual(['second starts', 'a third may start'])
})

test('a failed task fails the end, also when later tasks succeed', async () => {
  const tasks = new ConcurrentTasks(32)
  await tasks.add(() => Promise.reject(new Error('disk full')))
  await tasks.add(finished)
  await expect(tasks.end()).rejects.toThrow('disk full')
})

test('a failed task fails the call that waits for a free place', async () => {
  const tasks = new ConcurrentTasks(1)
  await tasks.add(() => Promise.reject(new Error('disk full')))
  await expect(tasks.add(finished)).rejects.toThrow('disk full')
})
