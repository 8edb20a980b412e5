// Reads `git ls-tree -r -z` and ends with 1, saying which, when an entry is not a regular file: a
// symbolic link would be followed to wherever it leads, a submodule is another repository.
import { readFileSync } from 'node:fs'

const words = { 120000: '是符号链接', 160000: '是子模块（另一个仓库）' }

const found = readFileSync(0, 'utf8')
  .split('\0')
  .flatMap((line) => {
    const [, mode = '', path = ''] = /^(\d+) \w+ [0-9a-f]+\t([^]*)$/.exec(line) ?? []
    return Object.hasOwn(words, mode) ? [`${visible(path)} ${words[mode]}`] : []
  })

/** A name on one line, with every character that steers a terminal or a page written out. */
function visible(path) {
  const shown = path.replace(
    /[\p{C}\p{Z}\p{M}\\`*_{}[\]()#+!|~<>&@]/gu,
    (character) => `\\u{${character.codePointAt(0).toString(16)}}`,
  )
  return shown.length > 200 ? `${shown.slice(0, 200)}……` : shown
}

if (found.length > 0) {
  const more = found.length > 20 ? `等${found.length}处` : ''
  process.stdout.write(
    `数据、通报和附件里只能有普通文件。${found.slice(0, 20).join('；')}${more}。请换成文件本身，再提交。\n`,
  )
  process.exitCode = 1
}
