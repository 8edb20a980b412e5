import { writeFileSync } from 'node:fs'
import {
  codeownersText,
  codeownersServices,
  isOwner,
  type CodeownersService,
  writtenFromRegister,
} from '#tools/codeowners/codeowners.ts'
import { makeFoldersFor, readBytes } from '#read/files/regular-files.ts'
import { readModel } from '#build/read-model.ts'
import { type Command, fail } from './command.ts'
import { readOptions } from './options.ts'
import { print, printFile } from './print.ts'

/** In bytes; no service reads a larger CODEOWNERS file. */
const maxFileBytes = 3 * 1024 * 1024

const services = Object.keys(codeownersServices).join('|')
const usage =
  `可以写：npm run codeowners -- --for ${services} --office @机构/公开办 --unit "@机构/{unit}" [--write]。` +
  '{unit} 会换成 data/units.yaml 里的单位编号。'

/**
 * Prints or writes the CODEOWNERS file, which says whose approval a change needs. An existing file
 * that this command did not write is left unchanged.
 */
export const codeowners: Command = (settings, args) => {
  const options = codeownersOptions(args)
  if ('mistake' in options) return fail(options.mistake)
  const { service, office, unit, write } = options
  const text = codeownersText(readModel(settings).dataset, service, { office, unit })
  if (!write) {
    printFile(text)
    return 0
  }
  const path = codeownersServices[service]
  makeFoldersFor('.', path)
  const found = readBytes('.', path, maxFileBytes)
  const isOwn = 'bytes' in found && found.bytes.toString('utf8').startsWith(writtenFromRegister)
  if (!isOwn && !('refused' in found && found.refused === 'nothing'))
    return fail(
      `${path} 已经有了，不是这个命令写的，所以没有改动。请先把它改名，写好以后再把自己的规则加进去；` +
        '加进去的，以后再写时要重新加。',
    )
  writeFileSync(path, text)
  print(`写好了 ${path}。\n`)
  return 0
}

interface CodeownersOptions {
  readonly service: CodeownersService
  readonly office: string
  readonly unit: string
  readonly write: boolean
}

/** The options of the command, or what is wrong with them, in Chinese. */
export function codeownersOptions(
  args: readonly string[],
): CodeownersOptions | { readonly mistake: string } {
  const read = readOptions(args, { values: ['for', 'office', 'unit'], flags: ['write'] })
  if ('mistake' in read) return { mistake: `${read.mistake}${usage}` }
  const { for: service, office, unit } = read.values
  for (const [name, value] of Object.entries({ for: service, office, unit }))
    if (value === undefined) return { mistake: `缺少“--${name}”。${usage}` }
  if (!isService(service)) return { mistake: `没有“${String(service)}”这种服务。${usage}` }
  for (const owner of [office, unit])
    if (typeof owner !== 'string' || !isOwner(owner))
      return {
        mistake: `“${String(owner)}”不是账号或小组的写法，应当像 @机构英文名/小组。${usage}`,
      }
  if (!String(unit).includes('{unit}'))
    return { mistake: `“--unit”里要有 {unit}，否则各单位会互相批准。${usage}` }
  return { service, office: String(office), unit: String(unit), write: read.flags.has('write') }
}

const isService = (text: unknown): text is CodeownersService =>
  typeof text === 'string' && Object.hasOwn(codeownersServices, text)
