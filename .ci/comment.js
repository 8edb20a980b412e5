// Puts a Markdown file under a pull request as one comment, which later runs bring up to date.
//   node .ci/comment.js github|gitea review.md     API_URL, REPOSITORY, NUMBER, TOKEN as in service.js
//   BOT  login of the account that TOKEN belongs to: only its own comments are ever written anew
// The file is text to it, whatever is in it. A comment that cannot be written fails the step.
import { closeSync, openSync, readSync } from 'node:fs'
import { ask, askAll, number, repository, run } from './service.js'

const [, , service, file] = process.argv
const { BOT = '' } = process.env
const mark = '<!-- gongshi: difference in words -->'
const comments = `${repository}/issues/${number}/comments`

/** Services refuse a comment of more than 65,536 characters. */
const longest = 60_000

/** The beginning of the file, however large it is. */
function text() {
  const bytes = Buffer.alloc(longest * 4)
  const opened = openSync(file, 'r')
  const length = readSync(opened, bytes, 0, bytes.length, 0)
  closeSync(opened)
  const whole = bytes.toString('utf8', 0, length)
  return whole.length > longest || length === bytes.length
    ? `${whole.slice(0, longest)}\n\n（太长，其余见流水线的记录。）\n`
    : whole
}

const isOwn = ({ user, body }) =>
  user?.login === BOT && (service !== 'github' || user.type === 'Bot') && body?.startsWith(mark)

async function main() {
  if (!['github', 'gitea'].includes(service) || file === undefined || BOT === '')
    throw new Error('Usage: BOT=<login> node .ci/comment.js github|gitea <file>')
  const body = `${mark}\n${text()}`
  const earlier = (await askAll(comments)).find(isOwn)
  const written =
    earlier === undefined
      ? await ask(comments, 'POST', { body })
      : await ask(`${repository}/issues/comments/${earlier.id}`, 'PATCH', { body })
  if (!isOwn(written))
    throw new Error(
      `写是写了，但不是账号“${BOT}”写的，下次会重复。请把 BOT 改成写评论的账号：${written.user?.login}`,
    )
}

await run(main, '改动说明没有写到合并请求下面')
