import type { Explanations } from '../explanation.ts'
import * as at from './paths.ts'

export const texts = {
  'personal-data': {
    level: 'error',
    means: '网页是公开的，不能出现身份证号、手机号、银行卡号。',
    args: { what: '手机号码', number: '138…78' },
    example: {
      file: at.inspection,
      replace: '    text: 严重表述错误',
      by: '    text: 严重表述错误，联系人13812345678',
    },
  },
  'security-mark': {
    level: 'warning',
    means:
      '一段文字单独写着密级（绝密、机密、秘密★1年），或者题目末尾是“（征求意见稿）”“（送审稿）”。引用的题目，例如《……（征求意见稿）》，不算。官方站点这样写是错误，不能发布。',
    args: { mark: '机密★10年' },
    example: {
      file: at.inspection,
      replace: '    text: 严重表述错误',
      by: '    text: 机密★10年',
    },
  },
  'internal-address': {
    level: 'warning',
    means:
      '文字里有只在内部网络里用的地址：10、172.16—172.31、192.168 开头的，没有点的主机名（http://oa/），以 .local、.lan 等结尾的。官方站点这样写是错误，不能发布。',
    args: { address: '192.168.1.20' },
    example: {
      file: at.inspection,
      replace: '    text: 严重表述错误',
      by: '    text: 严重表述错误，见 192.168.1.20',
    },
  },
  'email-not-listed': {
    level: 'error',
    means: '个人邮箱不能公开；对外公布的办公邮箱，先写进 site.yaml 的 contact。',
    args: { email: 'zha…om' },
    example: {
      file: at.inspection,
      replace: '    text: 严重表述错误',
      by: '    text: 严重表述错误，报 zhangsan@example.com',
    },
  },
  'text-unfinished': {
    level: 'error',
    means: '文字像是没有写完：留着“待补充”、TODO、问号或 ×× 之类的记号。',
    args: { text: '待补充' },
    example: {
      file: at.inspection,
      replace: '    text: 严重表述错误',
      by: '    text: 严重表述错误（待补充）',
    },
  },
  'prose-half-width': {
    level: 'hint',
    means: '中文里用全角标点。只是提示，不影响发布；加 --hints 才显示。',
    args: { text: ',', better: '，' },
    example: {
      file: at.bulletin,
      replace: '要持续强化政策解读，严格履行',
      by: '要持续强化政策解读,严格履行',
    },
  },
  'prose-space': {
    level: 'hint',
    means: '公文里汉字与数字之间不空格。只是提示，加 --hints 才显示。',
    args: {},
    example: {
      file: at.bulletin,
      replace: '要持续强化政策解读，严格履行',
      by: '要持续强化 3 类政策解读，严格履行',
    },
  },
  'prose-thousands': {
    level: 'hint',
    means: '公文里数字不用逗号分节。只是提示，加 --hints 才显示。',
    args: { text: '12,345', better: '12345' },
    example: {
      file: at.bulletin,
      replace: '要持续强化政策解读，严格履行',
      by: '要持续强化12,345条政策解读，严格履行',
    },
  },
  'prose-range': {
    level: 'hint',
    means: '数值范围用“～”或“至”。只是提示，加 --hints 才显示。',
    args: { text: '10%~20%', better: '10%～20%' },
    example: {
      file: at.bulletin,
      replace: '要持续强化政策解读，严格履行',
      by: '要持续强化10%~20%的政策解读，严格履行',
    },
  },
} as const satisfies Explanations
