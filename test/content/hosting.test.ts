import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tableFormats } from '#export/tables/formats.ts'
import { contentTypeOf } from '#export/tables/table-format.ts'

const chapter = readFileSync('content/manual/hosting.mdx', 'utf8')

test.each(['nginx', 'apache'])(
  'the manual prints the tested sample configuration of %s',
  (server) => {
    const [, printed] = new RegExp(`^\`\`\`${server}\n([^]*?)\n\`\`\`$`, 'm').exec(chapter) ?? []
    expect(`${printed ?? ''}\n`).toBe(readFileSync(`hosting/${server}.conf`, 'utf8'))
  },
)

// A browser obeys both the policy of the server and that of the page. The server's policy for the
// editor must allow what its page needs, which only the page knows.
test.each([
  ['nginx', /^ {2}"~\^\/zwgk\/jcgk\/admin\/" "([^"]+)";$/m],
  [
    'apache',
    /m#\^\/zwgk\/jcgk\/admin\/#">\n *Header always set Content-Security-Policy "([^"]+)"$/m,
  ],
])(
  '%s leaves the policy of the editor to its page, except for who may embed it',
  (server, line) => {
    const [, policy] = line.exec(readFileSync(`hosting/${server}.conf`, 'utf8')) ?? []
    expect(policy).toBe("frame-ancestors 'self'")
  },
)

/** Extensions in the servers' own lists of media types. */
const knownToServers = ['json', 'xlsx']

test('servers send each format of tables with its media type, and texts as UTF-8', () => {
  const [nginx = '', apache = ''] = ['nginx', 'apache'].map((server) =>
    readFileSync(`hosting/${server}.conf`, 'utf8'),
  )
  const found = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? ''
  const storage = chapter.split(/^## /m).find((section) => section.startsWith('对象存储')) ?? ''
  const configured = new Set([
    ...lines(found(nginx, /^ *types \{([^}]*)\}/m)).map((line) => `nginx types: ${line}`),
    ...found(nginx, /charset_types ([^;]*);/)
      .split(/\s+/)
      .map((type) => `nginx charset_types: ${type}`),
    ...lines(apache),
    ...found(apache, /^ *AddCharset utf-8 (.*)$/m)
      .split(' ')
      .map((extension) => `AddCharset utf-8 ${extension}`),
    ...lines(storage),
  ])
  const wanted = tableFormats.flatMap((format) => {
    const { extension, mediaType, isText } = format
    const type = [`nginx types: ${mediaType} ${extension};`, `AddType ${mediaType} .${extension}`]
    const charset = [
      `nginx charset_types: ${mediaType}`,
      `AddCharset utf-8 .${extension}`,
      `| \`.${extension}\` | \`Content-Type: ${contentTypeOf(format)}\` |`,
    ]
    return [...(knownToServers.includes(extension) ? [] : type), ...(isText ? charset : [])]
  })
  expect(wanted.filter((line) => !configured.has(line))).toEqual([])
})

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim())
