import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fakeService, Refused, runScript } from '../support/fake-service.ts'
import { folderOf } from '../support/folder.ts'

interface Comment {
  readonly id: number
  readonly user: { readonly login: string; readonly type?: string }
  body: string
}

const bots = {
  github: { login: 'github-actions[bot]', type: 'Bot' },
  gitea: { login: 'gitea-actions' },
} as const
type Service = keyof typeof bots

/**
 * A service that stores comments; new ones are written by `author`. GitHub returns two on a page.
 * Gitea has no pages of comments: it returns all of them, whatever page is requested.
 */
const commentsOf = async (service: Service, comments: Comment[], author: Comment['user']) =>
  fakeService(({ method, path, page, body }) => {
    const list = '/repos/city/site/issues/7/comments'
    const [, id] = /^\/repos\/city\/site\/issues\/comments\/(\d+)$/.exec(path) ?? []
    const text = (body as { body: string } | null)?.body ?? ''
    if (method === 'GET' && path === list)
      return service === 'gitea' ? comments : comments.slice((page - 1) * 2, page * 2)
    if (method === 'POST' && path === list) {
      const comment = { id: comments.length + 1, user: author, body: text }
      comments.push(comment)
      return comment
    }
    const comment = comments.find((each) => each.id === Number(id))
    if (method !== 'PATCH' || comment === undefined) return new Refused(404)
    comment.body = text
    return comment
  })

const post = async (
  service: Service,
  url: string,
  text: string,
  env: Record<string, string> = {},
) =>
  runScript(['comment.js', service, join(folderOf({ 'review.md': text }), 'review.md')], {
    API_URL: url,
    BOT: bots[service].login,
    ...env,
  })

describe.each(Object.keys(bots) as Service[])(
  'the change in words under a pull request: %s',
  (service) => {
    test('is written once, then updated', async () => {
      const comments: Comment[] = [{ id: 1, user: { login: 'clerk' }, body: '别人的意见' }]
      const { url, tokens } = await commentsOf(service, comments, bots[service])
      expect(await post(service, url, '合格率 100% → 99.7%')).toMatchObject({
        status: 0,
        stderr: '',
      })
      expect(await post(service, url, '合格率 100% → 99.5%')).toMatchObject({
        status: 0,
        stderr: '',
      })
      expect(comments.map(({ body }) => body)).toEqual([
        '别人的意见',
        expect.stringContaining('合格率 100% → 99.5%'),
      ])
      expect(tokens).toEqual(new Set(['token secret']))
    })

    test('is found and updated after more comments than a page holds', async () => {
      const comments: Comment[] = []
      const { url } = await commentsOf(service, comments, bots[service])
      for (let id = 1; id <= 7; id++)
        comments.push({ id, user: { login: 'clerk' }, body: `意见${id}` })
      await post(service, url, '旧')
      expect(await post(service, url, '新')).toMatchObject({ status: 0, stderr: '' })
      expect(comments).toHaveLength(8)
      expect(comments[7]?.body).toContain('新')
    })

    test('a comment by somebody else with the mark of the bot is not taken for the bot’s', async () => {
      const mine: Comment[] = []
      const { url } = await commentsOf(service, mine, bots[service])
      await post(service, url, '一')
      const mark = mine[0]?.body ?? ''
      const comments: Comment[] = [
        { id: 1, user: { login: 'clerk', type: 'User' }, body: mark },
        // A person whose name looks like that of the bot.
        { id: 2, user: { login: bots[service].login.toUpperCase(), type: 'User' }, body: mark },
        { id: 3, user: { login: 'x', type: 'Bot' }, body: mark },
      ]
      const other = await commentsOf(service, comments, bots[service])
      expect(await post(service, other.url, '没有写更正')).toMatchObject({ status: 0 })
      expect(comments.slice(0, 3).map(({ body }) => body)).toEqual([mark, mark, mark])
      expect(comments[3]).toMatchObject({
        user: bots[service],
        body: expect.stringContaining('没有写更正') as string,
      })
    })

    test('a long review is cut to the maximum length of a comment', async () => {
      const comments: Comment[] = []
      const { url } = await commentsOf(service, comments, bots[service])
      expect(await post(service, url, '改'.repeat(5_000_000))).toMatchObject({ status: 0 })
      expect(comments[0]?.body.length).toBeLessThan(65_536)
      expect(comments[0]?.body).toContain('太长')
    })

    test.each([
      ['the service is gone', async () => Promise.resolve('http://127.0.0.1:1'), {}],
      ['the service refuses', async () => (await fakeService(() => new Refused(403))).url, {}],
      ['there is no token', async () => Promise.resolve('http://127.0.0.1:1'), { TOKEN: '' }],
      [
        'it is not told whose its comments are',
        async () => (await commentsOf(service, [], bots[service])).url,
        { BOT: '' },
      ],
      [
        'somebody else turns out to be writing',
        async () => (await commentsOf(service, [], { login: 'deputy', type: 'Bot' })).url,
        {},
      ],
    ])('a comment that is not written fails, in one plain line: %s', async (_, start, env) => {
      const { status, stderr } = await post(
        service,
        await start(),
        '甲',
        env as Record<string, string>,
      )
      expect(status).toBe(1)
      expect(stderr).toMatch(/^改动说明没有写到合并请求下面：.+\n$/)
    })
  },
)
