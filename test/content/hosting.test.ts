import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const chapter = readFileSync('content/manual/hosting.mdx', 'utf8')

test.each(['nginx', 'apache'])(
  'the manual prints the sample configuration of %s as it is tried',
  (server) => {
    const [, printed] = new RegExp(`^\`\`\`${server}\n([^]*?)\n\`\`\`$`, 'm').exec(chapter) ?? []
    expect(`${printed ?? ''}\n`).toBe(readFileSync(`hosting/${server}.conf`, 'utf8'))
  },
)
