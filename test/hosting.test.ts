import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { styleHash } from '#view/not-found-page.ts'

test.each(['hosting/nginx.conf', 'hosting/apache.conf', 'content/manual/hosting.mdx'])(
  '%s allows the one inline style of a page, and no other',
  (file) => {
    const allowed = readFileSync(file, 'utf8').match(/sha256-[\w+/]+=*/g) ?? []
    expect(new Set(allowed)).toEqual(new Set([styleHash]))
  },
)
