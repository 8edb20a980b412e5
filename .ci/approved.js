// Says whether an engineer of the office approved a proposal as it is now: prints `head=<commit>` when
// so, `head=` when not, for the outputs of a step.
//   node .ci/approved.js github|gitea     API_URL, REPOSITORY, NUMBER, TOKEN as in service.js
//   HEAD  the last commit of the proposal
// It counts an approving review of that very commit, so that a push ends it, by somebody other than
// the proposer. Who counts is set where a right to push does not reach: on GitHub the role Maintain
// or Admin, on Gitea the list of accounts whose approval the protected branch asks for.
import { ask, askAll, number, repository, run } from './service.js'

const { HEAD = '' } = process.env
const [, , service] = process.argv

const services = {
  github: {
    opinions: ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'],
    counts: async ({ user }) => user.type === 'User' && (await roleOf(user)),
  },
  gitea: {
    opinions: ['APPROVED', 'REQUEST_CHANGES'],
    counts: ({ official, stale, dismissed }) =>
      official === true && stale !== true && dismissed !== true,
  },
}

async function roleOf({ login }) {
  const path = `${repository}/collaborators/${encodeURIComponent(login)}/permission`
  try {
    const { role_name: role } = await ask(path)
    return role === 'admin' || role === 'maintain'
  } catch (error) {
    // Somebody from outside has no role.
    if (error.status === 404) return false
    throw error
  }
}

async function isApproved() {
  const { opinions, counts } = services[service]
  const pull = await ask(`${repository}/pulls/${number}`)
  if (pull.head.sha !== HEAD) return false
  const last = new Map()
  for (const review of await askAll(`${repository}/pulls/${number}/reviews`))
    if (review.user && opinions.includes(review.state)) last.set(review.user.id, review)
  for (const review of last.values()) {
    const isOfHead = review.state === 'APPROVED' && review.commit_id === HEAD
    if (isOfHead && review.user.id !== pull.user.id && (await counts(review))) return true
  }
  return false
}

async function main() {
  if (!Object.hasOwn(services, service ?? '') || !/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(HEAD))
    throw new Error('Usage: HEAD=<commit> node .ci/approved.js github|gitea')
  process.stdout.write(`head=${(await isApproved()) ? HEAD : ''}\n`)
}

await run(main, '没有查到公开办是否同意这次提交')
