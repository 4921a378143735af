// Before anything is painted: the theme this device keeps, or the page would flash in another one. view/browser/theme.ts has the rest.
try {
  document.documentElement.dataset.theme = JSON.parse(localStorage.getItem('parley.preferences.1')).theme;
} catch {
  // Nothing is kept, or storage is forbidden: the device's own theme.
}
