export const common = {
  today: '今天',
  yesterday: '昨天',
  close: '关闭',
  cancel: '取消',
};
