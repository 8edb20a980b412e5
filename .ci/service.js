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

/** All entries of a list that the service hands out page by page. */
export async function askAll(path) {
  const all = []
  for (let page = 1; page <= mostPages; page++) {
    const entries = await ask(`${path}?per_page=50&limit=50&page=${page}`)
    if (entries.length === 0) return all
    all.push(...entries)
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
