export const content = {
  copyCode: 'Copy code',
  codeCopied: 'Copied',
  notCopied: 'Could not be copied',
};
