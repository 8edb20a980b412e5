// Asks the API of GitHub or Gitea, for the other scripts here.
//   API_URL     address of the API, e.g. https://api.github.com
//   REPOSITORY  owner/name
//   NUMBER      number of the pull request
//   TOKEN       of the job

const { API_URL = '', REPOSITORY = '', NUMBER = '', TOKEN = '' } = process.env

/** Path of the repository in the API. */
export const repository = `repos/${REPOSITORY}`
export const number = NUMBER

/** What the service answers; throws an error with its `status` when it refuses. */
export async function ask(path, method = 'GET', body = undefined) {
  const response = await fetch(`${API_URL.replace(/\/$/, '')}/${path}`, {
    method,
    headers: {
      Authorization: `token ${TOKEN}`,
      Accept: 'application/json',
      'Content-Type': 'application/json',
    },
    signal: AbortSignal.timeout(30_000),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) {
    const said = (await response.text()).replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 300)
    const error = new Error(`${method} ${path}: ${response.status} ${said}`)
    throw Object.assign(error, { status: response.status })
  }
  return response.json()
}

const mostPages = 100

/**
 * All entries of a list, each with an `id` of its own. It ends with the first page that has no new one:
 * an empty one, or the same once more, since Gitea answers with all comments whatever the page.
 */
export async function askAll(path) {
  const all = new Map()
  for (let page = 1; page <= mostPages; page++) {
    const before = all.size
    for (const entry of await ask(`${path}?per_page=50&limit=50&page=${page}`))
      all.set(entry.id, entry)
    if (all.size === before) return [...all.values()]
  }
  throw new Error(`GET ${path}: more than ${mostPages} pages`)
}

/** Runs a script; why it failed is said in one line, and the step fails. */
export async function run(main, failed) {
  try {
    if (TOKEN === '') throw new Error('TOKEN is not set')
    await main()
  } catch (error) {
    process.stderr.write(`${failed}：${error.message}\n`)
    process.exitCode = 1
  }
}
