// Puts a Markdown file under a pull request as one comment, which later runs bring up to date.
//   node .ci/comment.js github|gitea|gitlab|gitee review.md
// API_URL     address of the service's API, e.g. https://api.github.com
// REPOSITORY  owner/name; on GitLab the number of the project
// NUMBER      number of the pull or merge request
// TOKEN       of an account that may comment; without one nothing is written
import { readFileSync } from 'node:fs'

const [, , service, file] = process.argv
const { API_URL = '', REPOSITORY = '', NUMBER = '', TOKEN = '' } = process.env
const mark = '<!-- gongshi: difference in words -->'
const longest = 60_000

const services = {
  github: pullRequestsOf(
    `repos/${REPOSITORY}/issues/${NUMBER}/comments`,
    (id) => `repos/${REPOSITORY}/issues/comments/${id}`,
  ),
  gitea: pullRequestsOf(
    `repos/${REPOSITORY}/issues/${NUMBER}/comments`,
    (id) => `repos/${REPOSITORY}/issues/comments/${id}`,
  ),
  gitee: pullRequestsOf(
    `repos/${REPOSITORY}/pulls/${NUMBER}/comments`,
    (id) => `repos/${REPOSITORY}/pulls/comments/${id}`,
  ),
  gitlab: {
    list: `projects/${REPOSITORY}/merge_requests/${NUMBER}/notes`,
    one: (id) => `projects/${REPOSITORY}/merge_requests/${NUMBER}/notes/${id}`,
    update: 'PUT',
    headers: { 'PRIVATE-TOKEN': TOKEN },
  },
}

function pullRequestsOf(list, one) {
  return { list, one, update: 'PATCH', headers: { Authorization: `token ${TOKEN}` } }
}

async function ask(path, method = 'GET', body = undefined) {
  const { headers } = services[service]
  const response = await fetch(`${API_URL.replace(/\/$/, '')}/${path}`, {
    method,
    headers: { ...headers, Accept: 'application/json', 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify({ body }) }),
  })
  if (!response.ok)
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

/** The comment of an earlier run, on whichever page of the list it stands. */
async function earlier({ list }) {
  for (let page = 1; ; page++) {
    const comments = await ask(`${list}?per_page=100&limit=100&page=${page}`)
    const found = comments.find(({ body }) => body?.includes(mark))
    if (found !== undefined || comments.length === 0) return found
  }
}

async function main() {
  if (!Object.hasOwn(services, service ?? '') || file === undefined) {
    throw new Error(`Usage: node .ci/comment.js ${Object.keys(services).join('|')} <file>`)
  }
  const text = readFileSync(file, 'utf8')
  if (TOKEN === '') {
    process.stdout.write('没有设置 TOKEN，改动说明没有写进合并请求；全文在本步骤的记录里。\n')
    return
  }
  const cut =
    text.length > longest ? `${text.slice(0, longest)}\n\n（太长，其余见流水线的记录。）\n` : text
  const body = `${mark}\n${cut}`
  const target = services[service]
  const comment = await earlier(target)
  if (comment === undefined) await ask(target.list, 'POST', body)
  else if (comment.body !== body) await ask(target.one(comment.id), target.update, body)
}

try {
  await main()
} catch (error) {
  // The comment is a service to the reviewers: its failure holds nothing up.
  process.stderr.write(`改动说明没有写进合并请求：${error.message}\n`)
}
