import { plural } from '../plural.ts';

const count = plural('zh');

export const message = {
  edited: '已编辑',
  sending: '发送中',
  removed: '这条消息已被删除',
  unavailable: '这条消息已不存在',
  answerTo: '回复',
  actions: '操作',
  actionsOfMine: '对你的消息的操作',
  actionsOf: (name: string) => `对${name}的消息的操作`,
  reply: '回复',
  copyText: '复制文本',
  copyLink: '复制链接',
  edit: '编辑',
  remove: '删除',
  textCopied: '文本已复制',
  notCopied: '复制失败',
  reactions: '回应',
  reaction: (emoji: string, times: number, mine: boolean) => `${emoji} ${times}${mine ? '，其中有你的' : ''}`,
  more: (people: number) => count(people, { other: '另外 # 人' }),
  reactWith: (name: string) => `用“${name}”回应`,
  reactOther: '用其他表情回应',
  quick: ['赞', '爱心', '大笑', '庆祝', '惊讶', '难过'],
};

export const editor = {
  label: '编辑你的消息',
  keys: (key: 'enter' | 'ctrl_enter') => `${key === 'enter' ? 'Enter' : 'Ctrl+Enter'} 保存，Esc 放弃修改`,
  save: '保存',
};

export const removing = {
  heading: '删除这条消息？',
  consequence: '它会对房间里的所有人永久消失。',
  keep: '保留',
  remove: '删除',
};
