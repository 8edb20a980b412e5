import { policyHash } from '#model/sha256.ts'
import { join } from 'node:path'
import { printable } from '#messages/printable.ts'
import { idPattern } from '#schema/id-pattern.ts'
import { megabyte } from '#model/file-size.ts'
import { namesIn, readBytes } from '#read/files/regular-files.ts'
import { replaceFiles } from '#read/files/replace-files.ts'
import { placeIn } from '#read/files/rewrite.ts'
import { authoredFolder } from '#schema/authored-files.ts'
import { script } from '#export/scripts.ts'
import { foldersOf, type Settings } from '#build/settings.ts'
import { attributes, Markup, markup } from '#view/markup.ts'
import { measuredText } from './confirm.ts'
import type { Proposal } from './proposal.ts'
import { openProposals, proposalsFolder } from './store.ts'

const pageName = 'index.html'
const title = '处理程序的提示'
const maxPageBytes = 100 * megabyte
/** The file that the page makes, for `npm run confirm -- --decisions`. */
const decisionsName = 'decided.yaml'

/**
 * Writes the page of the open proposals of a folder beside them: an officer opens it from disk, looks at
 * the evidence, and fills in what becomes of each. It is a working paper like them.
 *
 * @returns the path of the page
 * @throws UnreadableProposal
 */
export async function writeProposalPage(folder: string, settings: Settings): Promise<string> {
  const { code } = await script('proposal-decisions')
  const text = proposalPage(openProposals(folder), { folder, periods: periodsIn(settings), code })
  replaceFiles([{ root: folder, path: pageName, text }])
  return join(folder, pageName)
}

/** Why the page may not be written to a folder, in Chinese: something else has its name there. */
export function otherPageMistake(folder: string): string | null {
  const found = readBytes(folder, pageName, maxPageBytes)
  const isFree =
    'bytes' in found
      ? found.bytes.toString('utf8', 0, 4096).includes(`<title>${title}</title>`)
      : found.refused === 'nothing'
  return isFree
    ? null
    : `“${printable(join(folder, pageName))}”不是程序写的提示网页，写网页会覆盖它，所以什么也没有写入。请把它移走，或者换一个文件夹。`
}

/** The ids of the inspections, the newest first, by the names of their files. */
function periodsIn(settings: Settings): string[] {
  const { root, path } = placeIn(foldersOf(settings), authoredFolder('inspection'))
  return namesIn(root, path)
    .flatMap((name) => /^(.+)\.yaml$/.exec(name)?.[1] ?? [])
    .filter((id) => idPattern.test(id))
    .reverse()
}

interface PageContext {
  readonly folder: string
  readonly periods: readonly string[]
  /** The script of the page. */
  readonly code: string
}

/** The page: one file that loads nothing, and runs no script but its own. */
export function proposalPage(
  proposals: readonly Proposal[],
  { folder, periods, code }: PageContext,
): string {
  // Nothing in the script may end its element.
  const inline = code.replaceAll('</', '<\\/').replaceAll('<!--', '<\\!--')
  const policy = `default-src 'none'; script-src '${policyHash(inline)}'; style-src '${policyHash(style)}'; base-uri 'none'; form-action 'none'`
  const form = markup`<form data-file="${decisionsName}" novalidate>
<p class="field"><label for="period">写进哪一期检查</label> <input id="period" list="periods" autocomplete="off" aria-describedby="period-help"><datalist id="periods">${periods.map((period) => markup`<option${attributes({ value: period })}></option>`)}</datalist><span class="help" id="period-help">期的编号，例如 2024-q1。只排除、不写成问题的，不用填。</span></p>
${proposals.map(proposalSection)}
<div class="problems" role="alert" tabindex="-1" hidden></div>
<p><button type="submit">生成决定文件</button></p>
</form>
${resultSection(folder)}`
  return markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="note">这是工作底稿，不要公开。程序不下结论：逐条看依据，由人决定写成问题、排除，还是先放着。</p>
${
  proposals.length === 0
    ? markup`<p>没有还没处理的提示。</p>`
    : markup`<p>还没有处理的提示${proposals.length}条。填的内容不离开这台电脑，关掉网页就没有了；可以只填几条，其余的下次再填。</p>
<noscript><p class="note">这个浏览器不运行脚本，不能在这里填。请用 npm run confirm 逐条处理。</p></noscript>
${form}`
}
</main>
<script>${new Markup(inline)}</script>
</body>
</html>
`.text
}

function proposalSection(proposal: Proposal): Markup {
  const { id, unit, says, source, suggestion, evidence } = proposal
  const files = evidence.files.map(
    ({ path, sha256 }) =>
      markup`<li>${path}${sha256 !== null && markup`<br><code>SHA-256：${sha256}</code>`}</li>`,
  )
  const field = (name: string, label: string, help: string | null, value = ''): Markup =>
    markup`<p class="field"><label for="${id}-${name}">${label}</label> <input id="${id}-${name}" data-name="${name}" autocomplete="off"${attributes({ value: value === '' ? undefined : value, 'aria-describedby': help === null ? undefined : `${id}-${name}-help` })}>${help !== null && markup`<span class="help" id="${id}-${name}-help">${help}</span>`}</p>`
  const choice = (value: string, label: string): Markup =>
    markup`<label class="choice"><input type="radio" name="${id}" value="${value}"${attributes({ checked: value === '' ? '' : undefined })}> ${label}</label>`
  return markup`<section${attributes({ id: `p-${id}`, 'data-proposal': id, 'aria-labelledby': `${id}-title` })}>
<h2${attributes({ id: `${id}-title` })}><bdi>${unit}</bdi>：<bdi>${says}</bdi></h2>
<ul class="facts"><li>编号：<code>${id}</code></li><li>由什么提示：<bdi>${source}</bdi></li><li>测得：<bdi>${measuredText(proposal)}</bdi></li>${evidence.page !== null && markup`<li><a target="_blank" rel="noopener"${attributes({ href: localHref(evidence.page) })}>看依据：两份报告对照</a>（另开一页）</li>`}</ul>
${(files.length > 0 || evidence.lines.length > 0) && markup`<details><summary>依据的文件和摘录</summary><ul>${files}</ul>${evidence.lines.length > 0 && markup`<ol>${evidence.lines.map((line) => markup`<li><bdi>${line}</bdi></li>`)}</ol>`}</details>`}
<fieldset><legend>怎样处理</legend>${choice('', '先放着')}${choice('confirm', '写成问题')}${choice('dismiss', '不是问题，排除')}</fieldset>
<div data-for="confirm" hidden>
${field('text', '问题，用自己的话', `一句话。程序想到的说法：${suggestion}`)}
${field('remark', '备注（可以不填）', null)}
${field('units', '单位（可以不填）', `不填就是“${unit}”。单位名录里没有这个名称的，填单位编号；几个单位用逗号隔开。`)}
<details><summary>领域、指标、公开依据（可以不填）</summary>
${field('area', '检查领域的编号', '不填是 openness，即政务公开。')}
${field('indicator', '检查指标的编号', '单项否决的指标不能从这里写。')}
<p class="field"><label class="choice"><input type="checkbox" data-name="publish_evidence"> 公开依据：摘录和校验值作为附件公开</label></p>
</details>
<p class="help">程度、是否计入合格率写“文件未写明”，要改的以后人工改。</p>
</div>
<div data-for="dismiss" hidden>
${field('reason', '排除的理由', '记在 decisions.json 里，同样的内容不再提示。')}
</div>
</section>`
}

/** The commands that carry the decisions out; no text of a proposal is in them. */
function resultSection(folder: string): Markup {
  const words = commandWords(folder)
  const command = `npm run confirm -- --decisions ${words.file}${words.from}`
  return markup`<section class="result" aria-labelledby="result" hidden>
<h2 id="result" tabindex="-1">决定文件已生成</h2>
<p><button type="button" data-download>下载 ${decisionsName}</button></p>
<ol>
<li>把下载的 <code>${decisionsName}</code> 移到 <code>${folder}</code> 文件夹，和这个网页放在一起。</li>
<li>在项目文件夹里运行下面的命令，看看会写什么，这时什么也不写入：<pre tabindex="0">${command}</pre></li>
<li>核对无误，加上 --write 再运行一次：<pre tabindex="0">${command} --write</pre></li>
</ol>
${words.isHard && markup`<p class="help">文件夹的名称里有命令行里有特殊含义的符号，命令里的“文件夹”换成它，照终端的规矩加引号。</p>`}
<details><summary>看文件的内容</summary><pre class="content" tabindex="0"></pre></details>
</section>`
}

/** How the folder is typed in a shell of any system; a name with special characters is left to a person. */
function commandWords(folder: string) {
  const path = folder.replace(/[\\/]+$/, '')
  const isHard = !/^[\p{L}\p{N}./_:\\ -]+$/u.test(path)
  const typed = (text: string): string => (text.includes(' ') ? `"${text}"` : text)
  const shown = isHard ? '文件夹' : path
  return {
    isHard,
    file: typed(`${shown}/${decisionsName}`),
    from: path === proposalsFolder ? '' : ` --from ${typed(shown)}`,
  }
}

/** The address of a file beside the page; whatever a path is made of, it never is an address elsewhere. */
const localHref = (path: string): string => `./${path.split('/').map(encodeURIComponent).join('/')}`

const style = `:root{color-scheme:light dark}body{font:16px/1.7 "Noto Sans SC","Microsoft YaHei",sans-serif;margin:0;padding:1rem}
main{margin:0 auto;max-width:46rem}h1{font-size:1.5rem}h2{font-size:1.15rem;overflow-wrap:anywhere}
section{margin:1.5rem 0;border-top:1px solid #8888}.note{border-left:4px solid #c60;padding-left:.8rem}
.facts{padding-left:1.2rem}li,bdi,pre{overflow-wrap:anywhere}code{font-size:.85em;overflow-wrap:anywhere}
fieldset{margin:1rem 0;border:1px solid #8888}.choice{display:inline-block;margin-right:1.2rem;padding:.2rem 0}
.field label{display:block;font-weight:bold}.field .choice{font-weight:normal}
.field input:not([type]){box-sizing:border-box;width:100%;font:inherit;padding:.3rem}
.help{display:block;font-size:.9em}button{font:inherit;padding:.4rem 1rem}
.problems{border:2px solid #b00020;padding:.5rem 1rem}[aria-invalid]{outline:2px solid #b00020}
pre{white-space:pre-wrap;border:1px solid #8888;padding:.5rem}[hidden]{display:none}`
