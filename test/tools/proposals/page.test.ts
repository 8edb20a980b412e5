import { load } from 'cheerio'
import { describe, expect, test } from 'vitest'
import { proposalPage } from '#tools/proposals/page.ts'
import { fingerprintOf, proposalId, type Proposal } from '#tools/proposals/proposal.ts'
import { hostile } from '../../support/hostile.ts'

function proposal(parts: Partial<Proposal> = {}): Proposal {
  const fingerprint = fingerprintOf(['年度报告比对', 'reuse', parts.unit ?? '乙局'])
  return {
    id: proposalId(fingerprint),
    fingerprint,
    source: '年度报告比对',
    run: 'annual-reports-2023',
    kind: 'reuse',
    unit: '乙局',
    says: '年度报告自有内容有96.4%与上年的相同',
    measurement: { what: '自有内容重复率', value: 96.4, unit: '%' },
    threshold: { value: 80, unit: '%', verified: false },
    suggestion: '年度报告内容与往年雷同',
    evidence: {
      page: 'annual-reports-2023/乙局.html',
      files: [{ path: '2023/乙局.docx', sha256: 'a'.repeat(64) }],
      texts: [],
      lines: ['我局坚持以公开为常态'],
      program: 'gongshi',
    },
    ...parts,
  }
}

const pageOf = (proposals: readonly Proposal[], folder = '.proposals') =>
  proposalPage(proposals, {
    folder,
    periods: ['2024-q2', '2024-q1'],
    code: 'start("</script><!--")',
  })

describe('the page of proposals', () => {
  test('shows each with its measurement, its line and its evidence, and decides nothing', () => {
    const one = proposal()
    const $ = load(pageOf([one]))
    const section = $(`[data-proposal="${one.id}"]`)
    expect(section.find('h2').text()).toBe('乙局：年度报告自有内容有96.4%与上年的相同')
    expect(section.text()).toContain('自有内容重复率96.4%，参考线80%（未经核定）')
    expect(section.text()).toContain(`SHA-256：${'a'.repeat(64)}`)
    expect(section.find('a').attr('href')).toBe(
      `./annual-reports-2023/${encodeURIComponent('乙局')}.html`,
    )
    expect(section.find('input[type=radio][checked]').attr('value')).toBe('')
    // The officer writes the words: the suggestion fills no field.
    expect(section.find('input[value*="雷同"]')).toHaveLength(0)
    expect($('form').text()).not.toMatch(/单项否决(?!的指标不能)/)
    expect(
      $('option')
        .toArray()
        .map((option) => $(option).attr('value')),
    ).toEqual(['2024-q2', '2024-q1'])
  })

  test('says so where all are decided on', () => {
    const $ = load(pageOf([]))
    expect($('main').text()).toContain('没有还没处理的提示')
    expect($('form')).toHaveLength(0)
  })

  test('loads nothing, sends nothing and runs its own script alone, whatever the texts', () => {
    const texts = { unit: hostile, says: hostile, source: hostile, suggestion: hostile }
    const html = pageOf([
      proposal({
        ...texts,
        evidence: {
          page: `javascript:alert(1)//"onclick="/${hostile}`,
          files: [{ path: hostile, sha256: null }],
          texts: [],
          lines: [hostile],
          program: hostile,
        },
      }),
    ])
    const $ = load(html)
    expect($('script')).toHaveLength(1)
    expect($('script').text()).toBe('start("<\\/script><\\!--")')
    expect($('style, script, link, img, iframe, object')).toHaveLength(2)
    const policy = $('meta[http-equiv]').attr('content') ?? ''
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[\w+/]+=*'; style-src 'sha256-[\w+/]+=*'; base-uri 'none'; form-action 'none'$/,
    )
    const attributes = $('*')
      .toArray()
      .flatMap((one) => ('attribs' in one ? Object.keys(one.attribs) : []))
    expect(attributes.filter((name) => name.startsWith('on') || name === 'style')).toEqual([])
    const href = $('section a').attr('href') ?? ''
    expect(new URL(href, 'file:///work/.proposals/index.html').href).toMatch(
      /^file:\/\/\/work\/\.proposals\/javascript/,
    )
    expect($('h2').first().text()).toBe(`${hostile}：${hostile}`)
  })

  test.each([
    ['.proposals', ' .proposals/decided.yaml'],
    ['工作 底稿', ' "工作 底稿/decided.yaml" --from "工作 底稿"'],
    ['C:\\底稿', ' C:\\底稿/decided.yaml --from C:\\底稿'],
    ['a$(id)`"; rm', ' 文件夹/decided.yaml --from 文件夹'],
  ])(
    'has commands for the folder %j that a shell reads as one word, and no text of a proposal',
    (folder, words) => {
      const $ = load(pageOf([proposal({ unit: '甲局; rm -rf ~' })], folder))
      expect($('pre').first().text()).toBe(`npm run confirm -- --decisions${words}`)
      for (const pre of $('pre').toArray()) expect($(pre).text()).not.toContain('甲局')
    },
  )
})
