import { plural } from '../plural.ts';

const count = plural('zh');
const number = new Intl.NumberFormat('zh');

export const invitations = {
  inviteTo: (room: string) => `邀请他人加入“${room}”`,
  hint: '任何有此链接且在这里有账号的人都可以进来。',
  life: '有效期',
  hours: (n: number) => count(n, { other: '# 小时' }),
  days: (n: number) => count(n, { other: '# 天' }),
  uses: '可使用人数',
  noLimit: '人数不限',
  people: (n: number) => count(n, { other: '# 人' }),
  make: '生成链接',
  link: '邀请链接',
  copy: '复制',
  copied: '已复制。',
  notCopied: '浏览器不允许此页面复制。请选中链接自行复制。',
  once: '请现在复制：不会再次显示。',
  list: '有效的链接',
  until: (when: string) => `有效期至 ${when}`,
  used: (n: number) => n === 0 ? '尚未使用' : count(n, { other: '已使用 # 次' }),
  usedOf: (n: number, of: number) => `已使用 ${number.format(n)}/${number.format(of)} 次`,
  withdraw: '撤回',
  withdrawOne: (when: string) => `撤回有效期至 ${when} 的链接`,
  invitation: '邀请',
  invited: '你收到了邀请',
  notNow: '以后再说',
  invalid: '此邀请已失效。请索取新的邀请。',
  signInFirst: '你被邀请加入一个房间。登录或注册后即可查看。',
};
