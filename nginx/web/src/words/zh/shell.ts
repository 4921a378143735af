import { plural } from '../plural.ts';

const count = plural('zh');

export const shell = {
  skip: '跳到消息',
  rooms: '房间',
  direct: '私信',
  navigation: '房间和对话',
  account: '你的账号',
  newRoom: '新建房间',
  browse: '浏览',
  browseRooms: '浏览房间',
  goTo: '前往房间或联系人',
  settings: '设置',
  signOut: '退出登录',
  loading: '正在加载你的房间…',
  noRooms: '你还没有加入任何房间。浏览公开房间，或新建一个。',
  muted: '已静音',
  back: '返回房间列表',
  dismiss: '关闭提示',
  unread: (n: number, text: string) => count(n, { other: `${text} 条新消息` }),
  mentions: (n: number, text: string) => count(n, { other: `提到你 ${text} 次` }),
  greeting: (name: string) => `${name}，很高兴见到你`,
  pick: '从列表中选择一个房间，看看公开的房间，或者自己新建一个。',
  begin: '点一下就能聊起来。加入一个房间，或者新建你的第一个房间。',
  openRooms: '向所有人开放的房间',
  roomMissing: '这个房间不存在，或者不对你开放。',
  roomLost: (name: string) => `你已不是“${name}”的成员。`,
};
