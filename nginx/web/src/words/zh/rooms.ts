import { plural } from '../plural.ts';

const count = plural('zh');

export const rooms = {
  browse: '浏览房间',
  search: '搜索房间',
  searchHint: '按名称搜索',
  noneNamed: '没有名称匹配的房间。',
  nonePublic: '还没有公开房间。来新建第一个吧。',
  showMore: '显示更多',
  open: '打开',
  openRoom: (name: string) => `打开 ${name}`,
  join: '加入',
  joinRoom: (name: string) => `加入 ${name}`,
  notIn: '你还不是这个房间的成员。',
  memberCount: (n: number) => count(n, { other: '# 名成员' }),
  newRoom: '新建房间',
  name: '名称',
  about: '聊些什么？',
  aboutHint: '可不填。浏览房间的人会看到。',
  whoMayEnter: '谁可以加入？',
  public: '公开',
  publicHint: '这里的所有人都能找到并加入。',
  private: '私有',
  privateHint: '只有成员能看到，其他人需要邀请。',
  create: '新建房间',
  creating: '正在新建…',
  members: '成员',
  leave: '离开此房间',
  roles: { owner: '房主', admin: '管理员', member: '成员' } as Readonly<Record<string, string>>,
  room: '房间',
};
