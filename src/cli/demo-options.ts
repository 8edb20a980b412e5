import { demoSizes, type DemoSize } from '#tools/demo/province.ts'
import { readOptions } from './options.ts'

interface DemoOptions {
  readonly size: DemoSize
  readonly seed: number
  /** Whether to serve the built site. */
  readonly serve: boolean
  /** The folder for the authored files. */
  readonly out: string
}

const usage = `可以写：--size ${demoSizes.join('|')}、--seed 整数、--no-serve、--out 文件夹。`

/** The options of the command, or what is wrong with them, in Chinese. */
export function demoOptions(args: readonly string[]): DemoOptions | { readonly mistake: string } {
  const read = readOptions(args, { values: ['size', 'seed', 'out'], flags: ['no-serve'] })
  if ('mistake' in read) return { mistake: `${read.mistake}${usage}` }
  const { size = 'city-3y', seed = '1', out = '.demo' } = read.values
  if (!/^\d{1,9}$/.test(seed))
    return { mistake: `--seed 应当是不超过九位的整数，现在是“${seed}”。` }
  if (!isSize(size))
    return { mistake: `没有“${size}”这种规模。请从下面选一个：${demoSizes.join('、')}。` }
  return { size, seed: Number(seed), serve: !read.flags.has('no-serve'), out }
}

const isSize = (text: string): text is DemoSize => demoSizes.includes(text as DemoSize)
