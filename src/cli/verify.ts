import { type Difference, releaseFile } from '#export/packages/release.ts'
import { shortName } from '#messages/nearest.ts'
import { printable } from '#messages/printable.ts'
import {
  ReleaseMistake,
  sumOfRelease,
  type Verified,
  verifyRelease,
} from '#tools/verify/release.ts'
import { type Command, fail } from './command.ts'
import { recoverOutput } from './output.ts'
import { readOptions } from './options.ts'
import { printError, print } from './print.ts'

const usage =
  '用法：npm run verify -- 归档文件（.zip）、解开的文件夹或 archives 文件夹，可以加 --release 写明 release.json 在哪里。'

const words: Readonly<Record<Difference['kind'], string>> = {
  differs: '内容不同',
  missing: '缺少',
  extra: '多出',
  unreadable: '打不开，或者前后矛盾',
  'too-big': '太大，没有打开',
  'unsafe-name': '名称不安全，解开会写到别处或者互相覆盖',
}

/** Verifies that an archive matches what was published, or lists every file that does not. */
export const verify: Command = async ({ outDir }, args) => {
  const options = readOptions(args, { values: ['release'], words: 1 })
  if ('mistake' in options) return fail(`${options.mistake}${usage}`)
  const [path] = options.words
  if (path === undefined) return fail(usage)
  await recoverOutput(outDir)
  try {
    const verified = verifyRelease(path, options.values.release)
    print(report(path, verified))
    return verified.differences.length === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof ReleaseMistake)) throw error
    printError(`${printable(error.message)}\n`)
    return 1
  }
}

/** The number of differences to list: an unrelated folder may have thousands. */
const maxNamed = 200
/** Characters of a listed path; paths in an archive are not longer. */
const maxNameLength = 300

/** The result, one line for each finding; names cannot add lines. */
function report(path: string, { release, releasePath, compared, differences }: Verified): string {
  const { product, commit, as_of: asOf, check } = release
  const warnings = Object.values(check.warnings).reduce((sum, count) => sum + count, 0)
  const facts = [
    `数据截至 ${asOf}`,
    `${product.name} ${product.version}`,
    `Node ${release.node}`,
    commit === null ? '没有记提交号' : `提交 ${commit}`,
    `检查时${check.errors}个错误、${warnings}个提醒`,
  ].join('，')
  const more = differences.length - maxNamed
  const result =
    differences.length === 0
      ? [`一致：${path} 与 ${releasePath} 记的${compared}个文件逐个相同。`]
      : [
          `不一致：${path} 与 ${releasePath} 有${differences.length}处不同。`,
          ...differences
            .slice(0, maxNamed)
            .map(({ kind, path: name }) => `  ${words[kind]}：${shortName(name, maxNameLength)}`),
          ...(more > 0 ? [`  ……还有${more}处，没有逐一列出。`] : []),
        ]
  const unsigned = `清单本身没有签名：以上只说明文件与这份 ${releaseFile} 是否相同。它是不是公布时的那一份，请与另行保存的副本比较；它的校验值（SHA-256）是 ${sumOfRelease(releasePath)}。`
  const lines = [...result, `清单：${shortName(facts, maxNameLength)}。`, unsigned]
  return `${lines.map(printable).join('\n')}\n`
}
