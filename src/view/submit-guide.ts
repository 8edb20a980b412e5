import type { NewFilePage } from './new-file-address.ts'
import type { Repository } from '#schema/site.ts'

type Kind = NonNullable<Repository['kind']>

/** A part of a service's page in the sketch of a step. */
export interface SketchPart {
  readonly kind: 'field' | 'area' | 'button' | 'choice'
  readonly text: string
  /** Highlighted, because the step is about it. */
  readonly marked?: boolean
}

interface GuideStep {
  readonly says: string
  /** For which pages the step is needed. */
  readonly when: readonly NewFilePage['filled'][]
  readonly sketch: readonly SketchPart[]
}

/** The names of the service's buttons, in Chinese and English where it has both. */
interface Names {
  readonly service: string
  readonly begin: string
  readonly name: string
  readonly save: string
  readonly branch: string
  readonly propose: string
  readonly request: string
}

const names: Readonly<Record<Kind, Names>> = {
  github: {
    service: 'GitHub',
    begin: 'Add file → Create new file',
    name: 'Name your file',
    save: 'Commit changes…',
    branch: 'Create a new branch for this commit and start a pull request',
    propose: 'Propose changes',
    request: 'Create pull request',
  },
  gitlab: {
    service: 'GitLab',
    begin: '+ → 新建文件（New file）',
    name: '文件名（Filename）',
    save: '提交更改（Commit changes）',
    branch: '提交到新分支，并创建合并请求（Create a merge request）',
    propose: '提交更改（Commit changes）',
    request: '创建合并请求（Create merge request）',
  },
  gitea: {
    service: 'Gitea',
    begin: '新建文件（New File）',
    name: '命名文件（Name your file）',
    save: '提交变更（Commit Changes）',
    branch: '创建新的分支并发起合并请求（start a pull request）',
    propose: '提议文件更改（Propose file change）',
    request: '创建合并请求（Create Pull Request）',
  },
  gitee: {
    service: 'Gitee',
    begin: '文件 → 新建文件',
    name: '文件名',
    save: '提交',
    branch: '提交到新分支，并发起 Pull Request',
    propose: '提交',
    request: '创建 Pull Request',
  },
}

export const serviceName = (kind: Kind): string => names[kind].service

/**
 * The steps for proposing a file on a service, without those that its page does by itself.
 *
 * @param who who reviews the file
 */
export function guideSteps(kind: Kind, who: string): GuideStep[] {
  const { begin, name, save, branch, propose, request } = names[kind]
  const path = 'data/…/单位编号.yaml'
  const always = ['all', 'name', 'none'] as const
  return [
    {
      says: `登录数据仓库，在文件列表上方点“${begin}”。`,
      when: ['none'],
      sketch: [
        { kind: 'button', text: begin, marked: true },
        { kind: 'area', text: '仓库里的文件' },
      ],
    },
    {
      says: `在“${name}”一栏粘贴本页上写明的位置和名称，一个字也不要改。`,
      when: ['none'],
      sketch: [
        { kind: 'field', text: `${name}：${path}`, marked: true },
        { kind: 'area', text: '' },
      ],
    },
    {
      says: '在本页点“复制内容”，回到新建文件的页面，粘贴到大的编辑框里。',
      when: ['name', 'none'],
      sketch: [
        { kind: 'field', text: path },
        { kind: 'area', text: 'title: …', marked: true },
      ],
    },
    {
      says: '没有登录的先登录。核对文件名称和内容，与本页显示的一样。',
      when: ['all'],
      sketch: [
        { kind: 'field', text: path, marked: true },
        { kind: 'area', text: 'title: …', marked: true },
      ],
    },
    {
      says: `点“${save}”。`,
      when: always,
      sketch: [
        { kind: 'area', text: 'title: …' },
        { kind: 'button', text: save, marked: true },
      ],
    },
    {
      says: `选“${branch}”，再点“${propose}”。没有这个选项的，说明服务已经替您另建了副本，直接点提交。`,
      when: always,
      sketch: [
        { kind: 'choice', text: branch, marked: true },
        { kind: 'button', text: propose, marked: true },
      ],
    },
    {
      says: `在打开的页面上点“${request}”，就交给${who}审核了。审核中有要改的，会在这个页面上告诉您。`,
      when: always,
      sketch: [
        { kind: 'field', text: '标题：单位和期' },
        { kind: 'button', text: request, marked: true },
      ],
    },
  ]
}
