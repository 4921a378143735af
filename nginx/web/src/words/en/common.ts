export const common = {
  today: 'Today',
  yesterday: 'Yesterday',
  close: 'Close',
  cancel: 'Cancel',
};
