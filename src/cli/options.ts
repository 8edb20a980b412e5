import { parseArgs } from 'node:util'

/** The parsed arguments of a command. */
interface Written<V extends string, F extends string> {
  readonly values: Readonly<Partial<Record<V, string>>>
  readonly flags: ReadonlySet<F>
  /** Arguments that belong to no option, in order. */
  readonly words: readonly string[]
}

export interface Mistake {
  readonly mistake: string
}

/**
 * Parses the arguments of a command, or returns what is wrong with them as a Chinese sentence.
 *
 * @param values options with a value: `--out dist` or `--out=dist`; if repeated, the last one
 * counts
 * @param flags options without a value
 * @param words how many arguments without an option are allowed
 */
export function readOptions<V extends string = never, F extends string = never>(
  args: readonly string[],
  {
    values = [],
    flags = [],
    words: most = 0,
  }: { values?: readonly V[]; flags?: readonly F[]; words?: number },
): Written<V, F> | Mistake {
  const options = Object.fromEntries([
    ...values.map((name) => [name, { type: 'string' }] as const),
    ...flags.map((name) => [name, { type: 'boolean' }] as const),
  ])
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true })
  const written: Partial<Record<V, string>> = {}
  const given = new Set<F>()
  const words: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const { rawName, value } = token
    const valued = values.find((name) => rawName === `--${name}`)
    const flag = flags.find((name) => rawName === `--${name}`)
    if (valued !== undefined) {
      if (value === undefined || value === '' || value.startsWith('--'))
        return { mistake: `“${rawName}”后面缺少内容。` }
      written[valued] = value
    } else if (flag !== undefined && value === undefined) given.add(flag)
    else return { mistake: `看不懂“${rawName}”。` }
  }
  if (words.length > most) return { mistake: `看不懂“${words.slice(most).join(' ')}”。` }
  return { values: written, flags: given, words }
}
