import { describe, expect, test } from 'vitest'
import { fakeService, Refused, runScript } from '../support/fake-service.ts'

const head = 'a'.repeat(40)
const earlier = 'b'.repeat(40)
const proposer = { id: 1, login: 'clerk', type: 'User' }
const engineer = { id: 2, login: 'engineer', type: 'User' }

interface Review {
  readonly user: { readonly id: number; readonly login: string; readonly type: string }
  readonly state: string
  readonly commit_id: string
  readonly official?: boolean
  readonly stale?: boolean
  readonly dismissed?: boolean
}

type Service = 'github' | 'gitea'

/** Asks whether a proposal is approved, when the service returns these reviews. */
async function approved(
  service: Service,
  reviews: readonly Review[],
  { roles = { engineer: 'maintain' } as Record<string, string>, current = head } = {},
) {
  const { url } = await fakeService(({ path, page }) => {
    const [, login = ''] =
      /^\/repos\/city\/site\/collaborators\/([^/]+)\/permission$/.exec(path) ?? []
    if (path === '/repos/city/site/pulls/7') return { user: proposer, head: { sha: current } }
    if (path === '/repos/city/site/pulls/7/reviews')
      return reviews.map((review, id) => ({ id, ...review })).slice((page - 1) * 2, page * 2)
    return Object.hasOwn(roles, login) ? { role_name: roles[login] } : new Refused(404)
  })
  return runScript(['approved.js', service], { API_URL: url, HEAD: head })
}

const yes = { status: 0, stdout: `head=${head}\n`, stderr: '' }
const no = { status: 0, stdout: 'head=\n', stderr: '' }
const approval: Review = { user: engineer, state: 'APPROVED', commit_id: head, official: true }
const opposed = { github: 'CHANGES_REQUESTED', gitea: 'REQUEST_CHANGES' }

describe.each(['github', 'gitea'] as const)('approval of changes of the program: %s', (service) => {
  test('an engineer’s approving review of the last commit counts', async () => {
    expect(await approved(service, [approval])).toEqual(yes)
    const comment = { ...approval, state: 'COMMENTED' }
    const many = Array.from({ length: 9 }, () => comment)
    expect(await approved(service, [...many, approval, comment])).toEqual(yes)
  })

  test('a push ends it: a review of an earlier commit does not count', async () => {
    expect(await approved(service, [{ ...approval, commit_id: earlier }])).toEqual(no)
    expect(await approved(service, [approval], { current: 'c'.repeat(40) })).toEqual(no)
  })

  test('an author cannot approve the own proposal', async () => {
    const own = { ...approval, user: proposer }
    expect(await approved(service, [own], { roles: { clerk: 'admin' } })).toEqual(no)
  })

  test('an engineer may withdraw the approval', async () => {
    const back = { ...approval, state: opposed[service] }
    expect(await approved(service, [approval, back])).toEqual(no)
    expect(await approved(service, [back, approval])).toEqual(yes)
  })

  test('no review, or one that only comments, does not approve', async () => {
    expect(await approved(service, [])).toEqual(no)
    expect(await approved(service, [{ ...approval, state: 'COMMENTED' }])).toEqual(no)
    expect(await approved(service, [{ ...approval, state: 'PENDING' }])).toEqual(no)
  })

  test('when the service cannot be asked, the step fails in one plain line', async () => {
    const { url } = await fakeService(() => new Refused(500))
    for (const env of [{ API_URL: url }, { API_URL: 'http://127.0.0.1:1' }, { TOKEN: '' }]) {
      const output = await runScript(['approved.js', service], { API_URL: url, HEAD: head, ...env })
      expect(output).toMatchObject({ status: 1, stdout: '' })
      expect(output.stderr).toMatch(/^没有查到公开办是否同意这次提交：.+\n$/)
    }
  })

  test('a head that is no commit is refused', async () => {
    const { url } = await fakeService(() => [])
    const output = await runScript(['approved.js', service], { API_URL: url, HEAD: 'main\nhead=x' })
    expect(output).toMatchObject({ status: 1, stdout: '' })
  })
})

describe('who may approve is set where a right to push does not reach', () => {
  test.each([
    ['admin', yes],
    ['maintain', yes],
    ['write', no],
    ['triage', no],
    ['read', no],
    [undefined, no],
  ])('GitHub: role %s', async (role, expected) => {
    const roles: Record<string, string> = role === undefined ? {} : { engineer: role }
    expect(await approved('github', [approval], { roles })).toEqual(expected)
  })

  test('GitHub: the account of a program does not approve', async () => {
    const bot = { ...approval, user: { ...engineer, type: 'Bot' } }
    expect(await approved('github', [bot])).toEqual(no)
    expect(await approved('github', [{ ...approval, state: 'DISMISSED' }])).toEqual(no)
  })

  test.each([
    ['official', {}, yes],
    ['by an account that the protected branch does not ask', { official: false }, no],
    ['made stale by a push', { stale: true }, no],
    ['dismissed', { dismissed: true }, no],
  ])('Gitea: a review that is %s', async (_, flags, expected) => {
    expect(await approved('gitea', [{ ...approval, ...flags }])).toEqual(expected)
  })
})
