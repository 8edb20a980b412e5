import { settingsFrom, settingsMistake } from '#site/settings.ts'
import { build } from './build.ts'
import { check } from './check.ts'
import { demo } from './demo.ts'
import { dev } from './dev.ts'
import { preview } from './preview.ts'
import type { Command } from './command.ts'

const commands: Readonly<Record<string, Command>> = {
  check,
  build,
  preview,
  dev,
  demo,
  start: async (settings, args) => (await build(settings, args)) || (await preview(settings, args)),
}

/** Runs one command and gives its exit code. */
export async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = commands[name]
  if (command === undefined) {
    process.stderr.write(`没有“${name}”这个命令。可用的命令：${Object.keys(commands).join('、')}。\n`)
    return 1
  }
  const settings = settingsFrom(process.env)
  const mistake = settingsMistake(settings)
  if (mistake !== null) {
    process.stderr.write(`${mistake}\n`)
    return 1
  }
  return command(settings, args)
}
