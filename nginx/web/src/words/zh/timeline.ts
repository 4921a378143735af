import type { Words } from '../words.ts';
import { plural } from '../plural.ts';

const count = plural('zh');

export const timeline: Words['timeline'] = {
  messages: '消息',
  loading: '正在加载消息…',
  you: '你',
  mentioned: '提到了你',
  begins: '这里是房间的开头。',
  beginsDirect: '这里是你们对话的开头。',
  empty: '还没有人说话，你来说第一句吧。',
  came: (name) => `${name} 来了`,
  went: (name) => `${name} 离开了`,
  newSince: (when) => `${when} 以来的新消息`,
  below: (messages) => count(messages, { other: '# 条新消息' }),
  toLatest: '回到最新消息',
  above: (messages) => count(messages, { other: '上方有 # 条新消息' }),
  manyAbove: (messages) => count(messages, { other: '上方有 # 条以上新消息' }),
  toFirstNew: '跳到第一条',
  missing: '这里可能缺少一些消息。',
  load: '加载',
  again: '重试',
  toDate: '跳到某一天',
  date: '日期',
  go: '前往',
  notHere: '这个房间里没有这条消息。',
  linkCopied: '消息链接已复制。',
  linkNotCopied: (link) => `无法复制链接，链接是 ${link}`,
  heardOne: (name, words) => `${name}：${words}`,
  heard: (messages) => count(messages, { other: '# 条新消息' }),
};
