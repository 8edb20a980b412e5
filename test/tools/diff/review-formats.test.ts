import { expect, test } from 'vitest'
import type { Review } from '#tools/diff/review.ts'
import { reviewFormats } from '#tools/diff/review-formats.ts'

const page = (address: string) => ({ address, title: '甲县' })
const review: Review = {
  between: '与版本“main”相比',
  elsewhere: [],
  isApproved: null,
  headlines: [],
  records: [],
  pages: { added: [], changed: [page('/units/jia.html')], removed: [], isShellChanged: false },
  owed: [],
}
const siteUrl = 'https://www.example.gov.cn/jcgk'

test.each(['text', 'markdown'] as const)(
  'a review as %s says where a changed page is found before and after the change',
  (format) => {
    const words =
      '（原来的：https://www.example.gov.cn/jcgk/ 加下面的地址；改后的：预览里同样的地址）'
    expect(reviewFormats[format]({ ...review, siteUrl })).toContain(`网页：有变化1个${words}`)
    // Without a public address there is nothing before.
    expect(reviewFormats[format](review)).not.toContain('原来的')
    const pages = {
      ...review.pages,
      added: [page('/a.html')],
      changed: [],
      removed: [],
      isShellChanged: false,
    }
    expect(reviewFormats[format]({ ...review, pages, siteUrl })).not.toContain('原来的')
  },
)
