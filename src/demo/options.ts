import { demoSizes, type DemoSize } from './province.ts'

export interface DemoOptions {
  readonly size: DemoSize
  readonly seed: number
  /** Whether to serve the built site. */
  readonly serve: boolean
  /** The folder that takes the authored files. */
  readonly out: string
}

const usage = `可以写：--size ${demoSizes.join('|')}、--seed 整数、--no-serve、--out 文件夹。`

/** The options of the command, or what is wrong with them, in Chinese. */
export function demoOptions(args: readonly string[]): DemoOptions | { readonly mistake: string } {
  let options: DemoOptions = { size: 'city-3y', seed: 1, serve: true, out: '.demo' }
  const rest = args.flatMap((arg) => {
    const at = arg.startsWith('--') ? arg.indexOf('=') : -1
    return at < 0 ? [arg] : [arg.slice(0, at), arg.slice(at + 1)]
  })
  while (rest.length > 0) {
    const name = rest.shift() ?? ''
    if (name === '--no-serve') {
      options = { ...options, serve: false }
      continue
    }
    if (name !== '--size' && name !== '--seed' && name !== '--out')
      return { mistake: `看不懂“${name}”。${usage}` }
    const value = rest.shift()
    if (value === undefined || value === '' || value.startsWith('--'))
      return { mistake: `“${name}”后面缺少内容。${usage}` }
    if (name === '--out') options = { ...options, out: value }
    else if (name === '--seed') {
      if (!/^\d{1,9}$/.test(value))
        return { mistake: `--seed 应当是不超过九位的整数，现在是“${value}”。` }
      options = { ...options, seed: Number(value) }
    } else {
      if (!isSize(value))
        return {
          mistake: `没有“${value}”这种规模。请从下面选一个：${demoSizes.join('、')}。`,
        }
      options = { ...options, size: value }
    }
  }
  return options
}

const isSize = (text: string): text is DemoSize => demoSizes.includes(text as DemoSize)
