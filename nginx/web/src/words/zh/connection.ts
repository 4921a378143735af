import { plural } from '../plural.ts';

const count = plural('zh');

export const connection = {
  label: '连接',
  connecting: '正在连接…',
  back: '已重新连接。',
  causes: {
    lost: '没有连接。你写的内容会保留，稍后发送。',
    restarting: '服务器正在重启。',
    slow: '此设备跟不上，服务器已断开它。',
    busy: '你的请求过多：标签页或设备太多，或尝试太频繁。',
    unready: '服务器暂时没有准备好。',
  },
  inSeconds: (n: number) => count(n, { other: '# 秒后重试' }),
  now: '正在重试…',
  retry: '立即重试',
  ends: {
    over: '会话已结束，请重新登录。',
    ended: '此会话已在这里或其他设备上被结束，请重新登录。',
    banned: '此账号不能再使用这台服务器。',
    refused: '服务器结束了此会话，请重新登录。',
  },
};
