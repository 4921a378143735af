import { plural } from '../plural.ts';

const count = plural('zh');
const send = { enter: 'Enter', ctrl_enter: 'Ctrl+Enter' };

export const composing = {
  messageTo: (room: string) => `发给 ${room} 的消息`,
  placeholder: (room: string) => `发送消息至 ${room}`,
  thisRoom: '此房间',
  send: '发送',
  emoji: '选择表情',
  keys: (key: keyof typeof send) => `${send[key]} 发送 · Shift+Enter 换行 · **粗体** · *斜体* · \`代码\` · \`\`\` 代码块 · > 引用`,
  stopReply: '取消回复',
  full: '等待发送的消息太多。这条会先留在这里，等前面的发出去。',
  offline: '你可以继续写：恢复连接后会自动发送。',
  counted: (length: number, longest: number) => `${count(length, { other: '#' })} / ${count(longest, { other: '# 个字符' })}`,
  tooLong: (over: number) => count(over, { other: '超出 # 个字符。内容不会丢失，请缩短或分成两条发送。' }),
  suggestions: '建议',
  suggested: (found: number) => count(found, { other: '# 个建议。用方向键选择，按 Tab 采用第一个。' }),
  everybody: 'room：这里的所有人',
};
