export const members = {
  membersOf: (room: string) => `“${room}”的成员`,
  search: '搜索成员',
  searchHint: '按名称搜索',
  none: '没有这个名字的成员。',
  write: (who: string) => `给 ${who} 发私信`,
  remove: (who: string) => `将 ${who} 移出房间`,
  sure: (who: string) => `要将 ${who} 移出房间吗？重新加入之前，对方将看不到这里的任何内容。`,
  confirm: '移出',
};
