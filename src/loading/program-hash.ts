import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

/**
 * One hash of what turns authored files into values, and values into bytes: sources, the exact
 * libraries, Node.
 *
 * @param folders of the sources, and what else goes into the result
 * @param root of the project, where that is not the folder in which the command runs
 */
export function programHash(folders: readonly string[], root = '.'): string {
  const whole = createHash('sha256')
  for (const path of ['package-lock.json', ...folders].flatMap((one) =>
    filesBelow(resolve(root, one)),
  ))
    whole.update(`${relative(root, path)}\n`).update(readFileSync(path))
  return whole.update(`${process.version} ${process.platform} ${process.arch}`).digest('hex')
}

const filesBelow = (folder: string): string[] =>
  !existsSync(folder)
    ? []
    : statSync(folder).isFile()
      ? [folder]
      : readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
