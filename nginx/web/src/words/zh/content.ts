export const content = {
  copyCode: '复制代码',
  codeCopied: '已复制',
  notCopied: '复制失败',
};
