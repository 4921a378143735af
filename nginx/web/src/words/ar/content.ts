export const content = {
  copyCode: 'نسخ الشيفرة',
  codeCopied: 'تم النسخ',
  notCopied: 'تعذّر النسخ',
};
