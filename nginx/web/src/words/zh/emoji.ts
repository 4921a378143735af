import { plural } from '../plural.ts';

const count = plural('zh');

export const emoji = {
  pick: '选择表情',
  search: '按名称搜索（英文）',
  close: '关闭',
  failed: '无法加载表情。请关闭后重试。',
  found: (found: number) => found === 0 ? '没有找到表情' : count(found, { other: '找到 # 个表情' }),
  results: '搜索结果',
  recent: '最近使用',
  groups: {
    smileys: '笑脸', people: '人物', nature: '动物与自然', food: '食物与饮料', travel: '旅行与地点',
    activities: '活动', objects: '物品', symbols: '符号', flags: '旗帜',
  },
};
